// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.aws.wire.Required;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of PutMethod. Source: API reference, "PutMethod". */
public record PutMethod(
        @Required String authorizationType,
        @Nullable String authorizerId,
        @Nullable Boolean apiKeyRequired,
        @Nullable String operationName,
        @Nullable Map<String, Boolean> requestParameters,
        @Nullable Map<String, String> requestModels,
        @Nullable String requestValidatorId,
        @Nullable List<String> authorizationScopes) {}
