// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.aws.wire.OneOf;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of PutIntegrationResponse. Source: API reference, "PutIntegrationResponse". */
public record PutIntegrationResponse(
        @Nullable String selectionPattern,
        @Nullable Map<String, String> responseParameters,
        @Nullable Map<String, String> responseTemplates,

        @OneOf({"CONVERT_TO_BINARY", "CONVERT_TO_TEXT"}) @Nullable
        String contentHandling) {}
