// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An integration as answers show it. Source: API reference, "Integration".
 *
 * @param httpMethod the verb sent to the backend; absent for MOCK, as is the URI
 * @param connectionType only of HTTP and HTTP_PROXY
 * @param timeoutInMillis how long the backend may take, in milliseconds
 * @param integrationResponses by status code; absent without any
 */
@RegisterForReflection
public record IntegrationView(
        String type,
        @Nullable String httpMethod,
        @Nullable String uri,
        @Nullable String connectionType,
        @Nullable String connectionId,
        @Nullable String credentials,
        @Nullable Map<String, String> requestParameters,
        @Nullable Map<String, String> requestTemplates,
        String passthroughBehavior,
        @Nullable String contentHandling,
        int timeoutInMillis,
        String cacheNamespace,
        List<String> cacheKeyParameters,
        @Nullable Map<String, IntegrationResponseView> integrationResponses,
        @Nullable TlsConfig tlsConfig,
        @Nullable String responseTransferMode,
        @Nullable String integrationTarget) {

    static IntegrationView of(Integration integration) {
        Boolean skip = integration.insecureSkipVerification;
        return new IntegrationView(
                integration.type,
                integration.httpMethod,
                integration.uri,
                integration.connectionType,
                integration.connectionId,
                integration.credentials,
                integration.requestParameters,
                integration.requestTemplates,
                integration.passthroughBehavior,
                integration.contentHandling,
                integration.timeoutInMillis,
                integration.cacheNamespace,
                integration.cacheKeyParameters,
                integration.responses.isEmpty() ? null : integration.responses,
                skip == null ? null : new TlsConfig(skip),
                integration.responseTransferMode,
                integration.integrationTarget);
    }
}
