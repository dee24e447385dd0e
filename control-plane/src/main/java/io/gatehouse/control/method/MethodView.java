// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.integration.IntegrationView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A method as answers show it. Source: API reference, "Method".
 *
 * @param httpMethod the verb; like everything else absent where only the method's existence is shown
 * @param methodResponses by status code; absent without any
 * @param methodIntegration the integration with its responses, if there is one
 */
@RegisterForReflection
public record MethodView(
        @Nullable String httpMethod,
        @Nullable String authorizationType,
        @Nullable String authorizerId,
        @Nullable Boolean apiKeyRequired,
        @Nullable String requestValidatorId,
        @Nullable String operationName,
        @Nullable Map<String, Boolean> requestParameters,
        @Nullable Map<String, String> requestModels,
        @Nullable Map<String, MethodResponseView> methodResponses,
        @Nullable IntegrationView methodIntegration,
        @Nullable List<String> authorizationScopes) {

    /** What is shown of a method where only its existence is: nothing. */
    static final MethodView BARE = new MethodView(null, null, null, null, null, null, null, null, null, null, null);

    static MethodView of(Method method, @Nullable IntegrationView integration) {
        return new MethodView(
                method.httpMethod,
                method.authorizationType,
                method.authorizerId,
                method.apiKeyRequired,
                method.requestValidatorId,
                method.operationName,
                method.requestParameters,
                method.requestModels,
                method.responses.isEmpty() ? null : method.responses,
                integration,
                method.authorizationScopes.isEmpty() ? null : method.authorizationScopes);
    }
}
