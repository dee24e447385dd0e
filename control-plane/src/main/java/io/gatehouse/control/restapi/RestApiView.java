// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A REST API as answers show it. Source: API reference, "RestApi".
 *
 * @param warnings only after an import
 * @param policy the policy's JSON text with its quotes escaped once more, as AWS sends it
 * @param tags absent when there are none
 * @param apiStatus only while AWS would be changing an endpoint; never here
 */
public record RestApiView(
        String id,
        String name,
        @Nullable String description,
        Instant createdDate,
        @Nullable String version,
        @Nullable List<String> warnings,
        @Nullable List<String> binaryMediaTypes,
        @Nullable Integer minimumCompressionSize,
        String apiKeySource,
        EndpointConfiguration endpointConfiguration,
        @Nullable String policy,
        @Nullable Map<String, String> tags,
        boolean disableExecuteApiEndpoint,
        String rootResourceId,
        @Nullable String securityPolicy,
        @Nullable String endpointAccessMode,
        @Nullable String apiStatus,
        @Nullable String apiStatusMessage) {

    static RestApiView of(RestApi api) {
        return new RestApiView(
                api.id,
                api.name,
                api.description,
                api.createdDate,
                api.version,
                null,
                orAbsent(api.binaryMediaTypes),
                api.minimumCompressionSize,
                api.apiKeySource,
                new EndpointConfiguration(List.of(api.endpointType), api.ipAddressType, orAbsent(api.vpcEndpointIds)),
                api.policy == null ? null : PolicyDocument.escaped(api.policy),
                api.tags.isEmpty() ? null : api.tags,
                api.disableExecuteApiEndpoint,
                api.rootResourceId,
                api.securityPolicy,
                api.endpointAccessMode,
                null,
                null);
    }

    private static @Nullable List<String> orAbsent(List<String> texts) {
        return texts.isEmpty() ? null : texts;
    }
}
