// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An integration of a frozen definition; members as in the API reference's Integration.
 *
 * @param type {@code HTTP}, {@code HTTP_PROXY}, {@code MOCK}, {@code AWS} or {@code AWS_PROXY}
 * @param httpMethod the verb sent to the backend; {@code null} for MOCK
 * @param requestParameters {@code integration.request.{location}.{name}} to its source expression
 * @param requestTemplates content type to mapping template
 * @param timeoutInMillis how long the backend may take to answer, in milliseconds
 * @param insecureSkipVerification whether the backend's certificate goes unverified
 * @param integrationResponses by status code
 */
public record FrozenIntegration(
        String type,
        @Nullable String httpMethod,
        @Nullable String uri,
        @Nullable String connectionType,
        @Nullable String connectionId,
        @Nullable String credentials,
        Map<String, String> requestParameters,
        Map<String, String> requestTemplates,
        String passthroughBehavior,
        @Nullable String contentHandling,
        int timeoutInMillis,
        String cacheNamespace,
        List<String> cacheKeyParameters,
        boolean insecureSkipVerification,
        Map<String, FrozenIntegrationResponse> integrationResponses) {
    public FrozenIntegration {
        requestParameters = Map.copyOf(requestParameters);
        requestTemplates = Map.copyOf(requestTemplates);
        cacheKeyParameters = List.copyOf(cacheKeyParameters);
        integrationResponses = Map.copyOf(integrationResponses);
    }
}
