// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import static io.gatehouse.control.patch.PatchOp.REPLACE;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.patch.PatchOperation;
import io.gatehouse.control.patch.PatchTable;
import io.gatehouse.control.patch.PatchValue;
import org.jspecify.annotations.Nullable;

/**
 * The patch paths of stages; those of the canary, the access log and the methods are in files of their own. Source:
 * developer guide, "Patch operations", UpdateStage.
 */
final class StagePatch {
    private static final String VARIABLE = "/variables/{name}";

    static final PatchTable<StageEdit> TABLE = table();

    private StagePatch() {}

    private static PatchTable<StageEdit> table() {
        PatchTable.Builder<StageEdit> table = PatchTable.of("UpdateStage", new StageWording());
        table.replace("/deploymentId", PatchValue.text(), (edit, id) -> edit.deploymentId = edit.named(id))
                .replaceOptional("/description", (edit, value) -> edit.description = value)
                .replace(VARIABLE, PatchValue.text(), (edit, at, value) -> edit.setVariable(at.get("name"), value))
                .add(VARIABLE, PatchValue.text(), (edit, at, value) -> edit.setVariable(at.get("name"), value))
                .remove(VARIABLE, (edit, at) -> edit.variables.remove(at.get("name")))
                .replace("/tracingEnabled", PatchValue.flag(), (edit, value) -> edit.tracingEnabled = value)
                .replace("/cacheClusterEnabled", PatchValue.flag(), (edit, value) -> edit.cacheClusterEnabled = value)
                .<@Nullable String>on(
                        REPLACE, "/cacheClusterSize", cacheSize(), (edit, at, size) -> edit.cacheClusterSize = size)
                .on(REPLACE, "/clientCertificateId", none(StageRules.NO_SUCH_CERTIFICATE), (edit, at, value) -> {})
                .on(REPLACE, "/documentationVersion", none(StageRules.NO_SUCH_VERSION), (edit, at, value) -> {});
        CanaryPaths.addTo(table);
        AccessLogPaths.addTo(table);
        MethodSettingPaths.addTo(table);
        return table.build();
    }

    /** One of AWS's sizes; none when it is empty. */
    private static PatchValue<@Nullable String> cacheSize() {
        PatchValue<String> known = PatchValue.oneOf(
                StageRules.CACHE_SIZES, "Invalid cache cluster size. Must be one of: " + StageRules.CACHE_SIZES);
        return operation -> isEmpty(operation) ? null : known.parse(operation);
    }

    /** An identifier of something that no API can have yet, so that only an empty one is right. */
    private static PatchValue<String> none(String refusal) {
        return operation -> {
            if (isEmpty(operation)) {
                return "";
            }
            throw BadRequestException.of(refusal);
        };
    }

    private static boolean isEmpty(PatchOperation operation) {
        String value = operation.value();
        return value == null || value.isEmpty();
    }
}
