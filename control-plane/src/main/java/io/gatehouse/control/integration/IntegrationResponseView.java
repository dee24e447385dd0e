// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.contract.rest.FrozenIntegrationResponse;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An integration response as answers show it, and as it is stored. What was given empty is there and empty, what was not
 * given is absent. Source: API reference, "IntegrationResponse".
 */
@RegisterForReflection
public record IntegrationResponseView(
        String statusCode,
        @Nullable String selectionPattern,
        @Nullable Map<String, String> responseParameters,
        @Nullable Map<String, String> responseTemplates,
        @Nullable String contentHandling) {

    static IntegrationResponseView of(String statusCode, PutIntegrationResponse request) {
        return new IntegrationResponseView(
                statusCode,
                request.selectionPattern(),
                request.responseParameters(),
                request.responseTemplates(),
                request.contentHandling());
    }

    FrozenIntegrationResponse frozen() {
        return new FrozenIntegrationResponse(
                statusCode,
                selectionPattern,
                Objects.requireNonNullElse(responseParameters, Map.of()),
                Objects.requireNonNullElse(responseTemplates, Map.of()),
                contentHandling);
    }
}
