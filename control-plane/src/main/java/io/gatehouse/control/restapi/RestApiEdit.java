// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.control.aws.Caller;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A REST API while a list of patches is applied to it. Its lists are sets in order of insertion, as AWS's are. */
final class RestApiEdit {
    private final Caller caller;
    private final String apiId;

    String name;

    @Nullable
    String description;

    @Nullable
    String version;

    String apiKeySource;
    final Set<String> binaryMediaTypes;

    @Nullable
    Integer minimumCompressionSize;

    String ipAddressType;
    final Set<String> vpcEndpointIds;
    boolean disableExecuteApiEndpoint;

    @Nullable
    String securityPolicy;

    @Nullable
    String endpointAccessMode;

    private String endpointType;

    @Nullable
    private String policy;

    /** A draft of the caller's API. */
    RestApiEdit(RestApi api, Caller caller) {
        this.caller = caller;
        this.apiId = api.id;
        this.name = api.name;
        this.description = api.description;
        this.version = api.version;
        this.apiKeySource = api.apiKeySource;
        this.binaryMediaTypes = new LinkedHashSet<>(api.binaryMediaTypes);
        this.minimumCompressionSize = api.minimumCompressionSize;
        this.endpointType = api.endpointType;
        this.ipAddressType = api.ipAddressType;
        this.vpcEndpointIds = new LinkedHashSet<>(api.vpcEndpointIds);
        this.policy = api.policy;
        this.disableExecuteApiEndpoint = api.disableExecuteApiEndpoint;
        this.securityPolicy = api.securityPolicy;
        this.endpointAccessMode = api.endpointAccessMode;
    }

    /** The new type goes to the end, where AWS puts it; no new one leaves none in the old one's place. */
    void replaceBinaryMediaType(String old, String type) {
        binaryMediaTypes.remove(old);
        if (!type.isEmpty()) {
            binaryMediaTypes.add(type);
        }
    }

    /** Private APIs are dual-stack, so the one brings the other. */
    void setEndpointType(String type) {
        endpointType = type;
        if (type.equals(EndpointType.PRIVATE)) {
            ipAddressType = EndpointType.DUALSTACK;
        }
    }

    void setPolicy(@Nullable ObjectNode document) {
        policy = document == null ? null : PolicyDocument.expanded(document, caller, apiId);
    }

    @Nullable
    String policy() {
        return policy;
    }

    /**
     * The endpoint that the whole list made.
     *
     * @throws io.gatehouse.control.aws.error.BadRequestException when there is no such combination
     */
    EndpointType endpoint() {
        return EndpointType.of(
                new EndpointConfiguration(List.of(endpointType), ipAddressType, List.copyOf(vpcEndpointIds)));
    }
}
