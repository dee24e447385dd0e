// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.contract.rest.FrozenMethodResponse;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A method response as answers show it, and as it is stored. What was given empty is there and empty, what was not given is
 * absent. Source: API reference, "MethodResponse".
 */
@RegisterForReflection
public record MethodResponseView(
        String statusCode,
        @Nullable Map<String, Boolean> responseParameters,
        @Nullable Map<String, String> responseModels) {

    static MethodResponseView of(String statusCode, PutMethodResponse request) {
        return new MethodResponseView(statusCode, request.responseParameters(), request.responseModels());
    }

    FrozenMethodResponse frozen() {
        return new FrozenMethodResponse(
                statusCode,
                Objects.requireNonNullElse(responseParameters, Map.of()),
                Objects.requireNonNullElse(responseModels, Map.of()));
    }
}
