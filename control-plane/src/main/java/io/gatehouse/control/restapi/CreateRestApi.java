// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import io.gatehouse.control.aws.wire.OneOf;
import io.gatehouse.control.aws.wire.Required;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of CreateRestApi. Source: API reference, "CreateRestApi". */
public record CreateRestApi(
        @Required String name,
        @Nullable String description,
        @Nullable String version,
        @Nullable String cloneFrom,
        @Nullable List<String> binaryMediaTypes,
        @Nullable Integer minimumCompressionSize,

        @OneOf({"AUTHORIZER", "HEADER"}) @Nullable String apiKeySource,

        @Nullable EndpointConfiguration endpointConfiguration,
        @Nullable String policy,
        @Nullable Map<String, String> tags,
        @Nullable Boolean disableExecuteApiEndpoint,

        @OneOf({
            "TLS_1_0",
            "TLS_1_2",
            "SecurityPolicy_TLS13_1_3_2025_09",
            "SecurityPolicy_TLS13_1_3_FIPS_2025_09",
            "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
            "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09",
            "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09",
            "SecurityPolicy_TLS13_1_2_PQ_2025_09",
            "SecurityPolicy_TLS13_1_2_2021_06",
            "SecurityPolicy_TLS13_2025_EDGE",
            "SecurityPolicy_TLS12_PFS_2025_EDGE",
            "SecurityPolicy_TLS12_2018_EDGE"
        })
        @Nullable
        String securityPolicy,

        @OneOf({"BASIC", "STRICT"}) @Nullable String endpointAccessMode) {}
