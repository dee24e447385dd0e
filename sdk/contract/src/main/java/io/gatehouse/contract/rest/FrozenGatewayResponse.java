// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gateway response that a frozen definition sets; members as in the API reference's GatewayResponse.
 *
 * @param responseType such as {@code THROTTLED} or {@code DEFAULT_4XX}
 * @param statusCode three digits; {@code null} for the type's own
 * @param responseParameters {@code gatewayresponse.header.{name}} to its source expression
 * @param responseTemplates content type to template
 */
public record FrozenGatewayResponse(
        String responseType,
        @Nullable String statusCode,
        Map<String, String> responseParameters,
        Map<String, String> responseTemplates) {
    public FrozenGatewayResponse {
        responseParameters = Map.copyOf(responseParameters);
        responseTemplates = Map.copyOf(responseTemplates);
    }
}
