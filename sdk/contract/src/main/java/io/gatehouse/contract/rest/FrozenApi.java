// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The definition of one REST API as CreateDeployment froze it. Immutable, and readable by every later release:
 * a change of its shape raises {@link #CURRENT_FORMAT}. It holds no date and no number of its own, so equal definitions
 * are equal documents.
 *
 * @param formatVersion the shape's version; see {@link #CURRENT_FORMAT}
 * @param apiId the API's identifier
 * @param name the API's name when it was frozen
 * @param apiKeySource {@code HEADER} or {@code AUTHORIZER}
 * @param disableExecuteApiEndpoint whether only custom domains reach the API
 * @param binaryMediaTypes media types whose bodies are bytes, not text
 * @param minimumCompressionSize bytes from which answers are compressed; {@code null} for never
 * @param policy the resource policy's JSON text
 * @param resources every resource, sorted by path
 * @param models every model, sorted by name
 * @param requestValidators every request validator, sorted by identifier; none before format 2
 * @param gatewayResponses those that the API sets, sorted by type; none before format 2
 */
public record FrozenApi(
        int formatVersion,
        String apiId,
        String name,
        String apiKeySource,
        boolean disableExecuteApiEndpoint,
        List<String> binaryMediaTypes,
        @Nullable Integer minimumCompressionSize,
        @Nullable String policy,
        List<FrozenResource> resources,
        List<FrozenModel> models,
        @Nullable List<FrozenRequestValidator> requestValidators,
        @Nullable List<FrozenGatewayResponse> gatewayResponses) {

    /** The shape that this release writes: 2 since there are request validators and gateway responses. */
    public static final int CURRENT_FORMAT = 2;

    public FrozenApi {
        binaryMediaTypes = List.copyOf(binaryMediaTypes);
        resources = List.copyOf(resources);
        models = List.copyOf(models);
        requestValidators = requestValidators == null ? List.of() : List.copyOf(requestValidators);
        gatewayResponses = gatewayResponses == null ? List.of() : List.copyOf(gatewayResponses);
    }
}
