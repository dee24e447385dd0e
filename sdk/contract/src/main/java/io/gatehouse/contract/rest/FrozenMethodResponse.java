// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.Map;

/**
 * A method response of a frozen definition.
 *
 * @param statusCode three digits
 * @param responseParameters {@code method.response.header.{name}} to whether it is required
 * @param responseModels content type to model name
 */
public record FrozenMethodResponse(
        String statusCode, Map<String, Boolean> responseParameters, Map<String, String> responseModels) {
    public FrozenMethodResponse {
        responseParameters = Map.copyOf(responseParameters);
        responseModels = Map.copyOf(responseModels);
    }
}
