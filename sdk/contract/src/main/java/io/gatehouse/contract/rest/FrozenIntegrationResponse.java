// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An integration response of a frozen definition.
 *
 * @param statusCode the method response it leads to, three digits
 * @param selectionPattern a regular expression on the backend's status; {@code null} or empty for the default
 * @param responseParameters {@code method.response.header.{name}} to its source expression
 * @param responseTemplates content type to mapping template
 */
public record FrozenIntegrationResponse(
        String statusCode,
        @Nullable String selectionPattern,
        Map<String, String> responseParameters,
        Map<String, String> responseTemplates,
        @Nullable String contentHandling) {
    public FrozenIntegrationResponse {
        responseParameters = Map.copyOf(responseParameters);
        responseTemplates = Map.copyOf(responseTemplates);
    }
}
