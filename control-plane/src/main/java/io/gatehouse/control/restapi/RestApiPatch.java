// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import static io.gatehouse.control.patch.PatchOp.ADD;
import static io.gatehouse.control.patch.PatchOp.REMOVE;
import static io.gatehouse.control.patch.PatchOp.REPLACE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.control.patch.PatchSetter;
import io.gatehouse.control.patch.PatchTable;
import io.gatehouse.control.patch.PatchValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The patch paths of REST APIs. Source: API reference, "Patch operations", UpdateRestApi; developer guide, "Change a public
 * or private API endpoint type" and "Enabling binary support using the API Gateway REST API".
 */
final class RestApiPatch {
    /** As CreateRestApi takes them. */
    static final List<String> SECURITY_POLICIES = List.of(
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
            "SecurityPolicy_TLS12_2018_EDGE");

    static final PatchTable<RestApiEdit> TABLE = table();

    private RestApiPatch() {}

    private static PatchTable<RestApiEdit> table() {
        PatchTable.Builder<RestApiEdit> table = PatchTable.of("UpdateRestApi", new RestApiWording());
        text(table, "/description", (edit, text) -> edit.description = text);
        text(table, "/version", (edit, text) -> edit.version = text);
        table.replace("/name", name(), (edit, name) -> edit.name = name)
                .replace(
                        "/apiKeySource",
                        oneOf("ApiKeySource", List.of("HEADER", "AUTHORIZER")),
                        (edit, source) -> edit.apiKeySource = source)
                .<@Nullable Integer>replace(
                        "/minimumCompressionSize",
                        operation -> RestApiRules.compressionSize(operation.value()),
                        (edit, size) -> edit.minimumCompressionSize = size)
                .replace(
                        "/disableExecuteApiEndpoint",
                        PatchValue.flag(),
                        (edit, disabled) -> edit.disableExecuteApiEndpoint = disabled)
                .<@Nullable ObjectNode>replace(
                        "/policy", operation -> PolicyDocument.parsed(operation.value()), RestApiEdit::setPolicy)
                .replace(
                        "/securityPolicy",
                        oneOf("SecurityPolicy", SECURITY_POLICIES),
                        (edit, policy) -> edit.securityPolicy = policy)
                .replace(
                        "/endpointAccessMode",
                        oneOf("EndpointAccessMode", List.of("BASIC", "STRICT")),
                        (edit, mode) -> edit.endpointAccessMode = mode);
        binaryMediaTypes(table);
        endpointConfiguration(table);
        return table.build();
    }

    private static void text(
            PatchTable.Builder<RestApiEdit> table, String path, PatchSetter<RestApiEdit, @Nullable String> change) {
        table.<@Nullable String>on(ADD, path, PatchValue.optional(), (edit, at, text) -> change.set(edit, text))
                .remove(path, (edit, at) -> change.set(edit, null))
                .replaceOptional(path, change);
    }

    /** A type that is added stands in the path, and so does the one that is replaced; only the new one is a value. */
    private static void binaryMediaTypes(PatchTable.Builder<RestApiEdit> table) {
        String path = "/binaryMediaTypes/{type}";
        table.add(path, PatchValue.text(), (edit, at, ignored) -> edit.binaryMediaTypes.add(at.get("type")))
                .remove(path, (edit, at) -> edit.binaryMediaTypes.remove(at.get("type")))
                .replace(
                        path, PatchValue.text(), (edit, at, type) -> edit.replaceBinaryMediaType(at.get("type"), type));
    }

    private static void endpointConfiguration(PatchTable.Builder<RestApiEdit> table) {
        String vpcEndpoints = "/endpointConfiguration/vpcEndpointIds";
        PatchValue<String> vpcEndpoint = PatchValue.required("VPC endpoint id must be specified");
        // An API has one type, so it does not matter whether the path names it by its index or by itself.
        table.on(
                        REPLACE,
                        "/endpointConfiguration/types/{type}",
                        oneOf("EndpointTypes", List.of("REGIONAL", "EDGE", "PRIVATE")),
                        (edit, at, type) -> edit.setEndpointType(type))
                .replace(
                        "/endpointConfiguration/ipAddressType",
                        PatchValue.oneOf(
                                List.of("ipv4", "dualstack"), "ipAddressType must be either ipv4 or dualstack."),
                        (edit, type) -> edit.ipAddressType = type)
                .add(vpcEndpoints, vpcEndpoint, (edit, at, id) -> edit.vpcEndpointIds.add(id))
                .on(REMOVE, vpcEndpoints, vpcEndpoint, (edit, at, id) -> edit.vpcEndpointIds.remove(id));
    }

    private static PatchValue<String> name() {
        return operation -> {
            String name = Objects.requireNonNullElse(operation.value(), "");
            RestApiRules.checkName(name);
            return name;
        };
    }

    private static PatchValue<String> oneOf(String what, List<String> allowed) {
        return PatchValue.oneOf(
                allowed, "Invalid " + what + " specified. Valid options are " + String.join(",", allowed));
    }
}
