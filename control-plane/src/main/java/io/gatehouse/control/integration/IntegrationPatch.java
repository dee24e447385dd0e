// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.patch.PatchTable;
import io.gatehouse.control.patch.PatchValue;
import io.gatehouse.control.patch.PatchWording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The patch paths of integrations; the type has none. Source: API reference, "Patch operations", UpdateIntegration. */
final class IntegrationPatch {
    static final PatchTable<IntegrationEdit> TABLE = PatchTable.<IntegrationEdit>of(
                    "UpdateIntegration", PatchWording.namingOps())
            .replaceOptional("/uri", (edit, uri) -> edit.uri = uri)
            .replaceOptional("/httpMethod", (edit, verb) -> edit.httpMethod = verb)
            .<@Nullable Integer>replace("/timeoutInMillis", timeout(), (edit, millis) -> edit.timeoutInMillis = millis)
            .replaceOptional("/credentials", (edit, role) -> edit.credentials = role)
            .replaceOptional("/passthroughBehavior", (edit, behavior) -> edit.passthroughBehavior = behavior)
            .<@Nullable String>replace(
                    "/contentHandling", contentHandling(), (edit, handling) -> edit.contentHandling = handling)
            .<@Nullable String>replace(
                    "/connectionType",
                    choice("connection type", "INTERNET", "VPC_LINK"),
                    (edit, type) -> edit.connectionType = type)
            .replaceOptional("/connectionId", (edit, id) -> edit.connectionId = id)
            .replace(
                    "/tlsConfig/insecureSkipVerification",
                    PatchValue.flag(),
                    (edit, skip) -> edit.insecureSkipVerification = skip)
            .<@Nullable String>replace(
                    "/responseTransferMode",
                    choice("response transfer mode", "BUFFERED", "STREAM"),
                    (edit, mode) -> edit.responseTransferMode = mode)
            .replaceOptional("/integrationTarget", (edit, target) -> edit.integrationTarget = target)
            .replaceOptional("/cacheNamespace", (edit, namespace) -> edit.cacheNamespace = namespace)
            .add(
                    "/cacheKeyParameters/{parameter}",
                    PatchValue.text(),
                    (edit, at, none) -> edit.addCacheKey(at.get("parameter")))
            .remove("/cacheKeyParameters/{parameter}", (edit, at) -> edit.removeCacheKey(at.get("parameter")))
            .entries("/requestParameters/{parameter}", PatchValue.text(), edit -> edit.requestParameters)
            .entries("/requestTemplates/{contentType}", PatchValue.text(), edit -> edit.requestTemplates)
            .build();

    private IntegrationPatch() {}

    /** What becomes of a body, or nothing. */
    static PatchValue<@Nullable String> contentHandling() {
        return choice("content handling", "CONVERT_TO_BINARY", "CONVERT_TO_TEXT");
    }

    private static PatchValue<@Nullable String> choice(String noun, String... allowed) {
        return operation -> {
            String value = operation.value();
            if (value == null || value.isEmpty()) {
                return null;
            }
            if (!List.of(allowed).contains(value)) {
                throw BadRequestException.of(
                        "Invalid " + noun + " specified. Valid options are " + String.join(",", allowed));
            }
            return value;
        };
    }

    private static PatchValue<@Nullable Integer> timeout() {
        return operation -> {
            String value = operation.value();
            if (value == null || value.isEmpty()) {
                return null;
            }
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException unreadable) {
                throw IntegrationRules.invalidTimeout();
            }
        };
    }
}
