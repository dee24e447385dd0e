// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import io.gatehouse.control.aws.error.BadRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one endpoint type of an API with what hangs on it, defaults filled in. Source: developer guide, "API endpoint types for
 * REST APIs" and "IP address types for REST APIs".
 *
 * @param type {@code EDGE}, {@code REGIONAL} or {@code PRIVATE}
 * @param ipAddressType {@code ipv4} or {@code dualstack}
 * @param vpcEndpointIds of private APIs
 */
record EndpointType(String type, String ipAddressType, List<String> vpcEndpointIds) {
    static final String PRIVATE = "PRIVATE";
    static final String DUALSTACK = "dualstack";

    /**
     * What a request asks for.
     *
     * @throws BadRequestException when the combination does not exist
     */
    static EndpointType of(@Nullable EndpointConfiguration asked) {
        if (asked == null) {
            return new EndpointType("EDGE", "ipv4", List.of());
        }
        String type = typeOf(asked.types());
        List<String> vpcEndpointIds = asked.vpcEndpointIds() == null ? List.of() : asked.vpcEndpointIds();
        if (!vpcEndpointIds.isEmpty() && !type.equals(PRIVATE)) {
            throw BadRequestException.of("VPCEndpoints can only be specified with PRIVATE apis.");
        }
        return new EndpointType(type, ipAddressTypeOf(type, asked.ipAddressType()), vpcEndpointIds);
    }

    private static String typeOf(@Nullable List<String> types) {
        if (types == null) {
            return "EDGE";
        }
        if (types.isEmpty()) {
            throw BadRequestException.of("REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.");
        }
        if (types.size() > 1) {
            throw BadRequestException.of("Cannot create an api with multiple Endpoint Types.");
        }
        return types.getFirst();
    }

    private static String ipAddressTypeOf(String type, @Nullable String asked) {
        if (!type.equals(PRIVATE)) {
            return asked == null ? "ipv4" : asked;
        }
        if (asked != null && !asked.equals(DUALSTACK)) {
            throw BadRequestException.of("Only dualstack ipAddressType is supported for Private APIs.");
        }
        return DUALSTACK;
    }
}
