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
 * @param tags absent when there are none; but see {@link #withTags}
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

    /** The API as CreateRestApi, lists and the journal show it. */
    static RestApiView of(RestApi api) {
        return of(api, api.tags.isEmpty() ? null : api.tags);
    }

    /**
     * The API as GetRestApi and UpdateRestApi show it. AWS's answers differ here: those to CreateRestApi and the items of
     * GetRestApis leave tags out when there are none, those to UpdateRestApi and PutRestApi have an empty object. GetRestApi
     * was recorded either way; it follows UpdateRestApi, since clients that keep track of tags (Terraform) read them there.
     */
    static RestApiView withTags(RestApi api) {
        return of(api, api.tags);
    }

    private static RestApiView of(RestApi api, @Nullable Map<String, String> tags) {
        return new RestApiView(
                api.id,
                api.name,
                api.description,
                api.createdDate,
                api.version,
                null,
                api.binaryMediaTypes.isEmpty() ? null : api.binaryMediaTypes,
                api.minimumCompressionSize,
                api.apiKeySource,
                api.endpointConfiguration(),
                api.policy == null ? null : PolicyDocument.escaped(api.policy),
                tags,
                api.disableExecuteApiEndpoint,
                api.rootResourceId,
                api.securityPolicy,
                api.endpointAccessMode,
                null,
                null);
    }
}
