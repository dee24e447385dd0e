// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A method of a frozen definition; members as in the API reference's Method.
 *
 * @param httpMethod the verb, or {@code ANY}
 * @param authorizationType {@code NONE}, {@code AWS_IAM}, {@code CUSTOM} or {@code COGNITO_USER_POOLS}
 * @param requestParameters {@code method.request.{location}.{name}} to whether it is required
 * @param requestModels content type to model name
 * @param methodResponses by status code
 * @param integration the backend; {@code null} when none was put
 */
public record FrozenMethod(
        String httpMethod,
        String authorizationType,
        @Nullable String authorizerId,
        List<String> authorizationScopes,
        boolean apiKeyRequired,
        @Nullable String operationName,
        @Nullable String requestValidatorId,
        Map<String, Boolean> requestParameters,
        Map<String, String> requestModels,
        Map<String, FrozenMethodResponse> methodResponses,
        @Nullable FrozenIntegration integration) {
    public FrozenMethod {
        authorizationScopes = List.copyOf(authorizationScopes);
        requestParameters = Map.copyOf(requestParameters);
        requestModels = Map.copyOf(requestModels);
        methodResponses = Map.copyOf(methodResponses);
    }
}
