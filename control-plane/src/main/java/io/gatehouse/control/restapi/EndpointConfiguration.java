// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import io.gatehouse.control.aws.wire.OneOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an API is reached at AWS, in requests and answers alike. Source: API reference, "EndpointConfiguration".
 *
 * @param types exactly one; {@code EDGE} when absent
 * @param ipAddressType {@code ipv4}, or {@code dualstack} for private APIs, when absent
 * @param vpcEndpointIds for private APIs only
 */
public record EndpointConfiguration(
        @OneOf({"PRIVATE", "EDGE", "REGIONAL"}) @Nullable List<String> types,

        @OneOf({"ipv4", "dualstack"}) @Nullable String ipAddressType,

        @Nullable List<String> vpcEndpointIds) {}
