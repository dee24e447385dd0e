// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.control.patch.PatchTable;
import io.gatehouse.control.patch.PatchValue;

/**
 * The patch paths of a stage's canary. Whatever of it is set first makes the canary; {@code copy} promotes it and leaves it
 * as it is. Source: developer guide, "Update a canary release" and "Promote a canary release".
 */
final class CanaryPaths {
    private static final String OVERRIDE = "/canarySettings/stageVariableOverrides/{name}";

    private CanaryPaths() {}

    static void addTo(PatchTable.Builder<StageEdit> table) {
        PatchValue<String> wrongSource = operation -> {
            throw StageWording.wrongCopy(operation);
        };
        table.copy("/canarySettings/deploymentId", "/deploymentId", wrongSource, (edit, at) -> edit.promoteDeployment())
                .copy(
                        "/canarySettings/stageVariableOverrides",
                        "/variables",
                        wrongSource,
                        (edit, at) -> edit.promoteVariables())
                .replace(
                        "/canarySettings/percentTraffic",
                        MethodSettingPaths.decimal(StageRules.PERCENT_RANGE),
                        (edit, value) -> edit.canaryOrNew().percentTraffic = StageRules.checkedPercent(value))
                .replace(
                        "/canarySettings/deploymentId",
                        PatchValue.text(),
                        (edit, id) -> edit.canaryOrNew().deploymentId = edit.named(id))
                .replace(
                        "/canarySettings/useStageCache",
                        PatchValue.flag(),
                        (edit, value) -> edit.canaryOrNew().useStageCache = value)
                .replace(
                        OVERRIDE,
                        PatchValue.text(),
                        (edit, at, value) -> edit.canaryOrNew().setVariable(at.get("name"), value))
                .remove(OVERRIDE, (edit, at) -> edit.removeOverride(at.get("name")))
                .remove("/canarySettings", (edit, at) -> edit.canary = null);
    }
}
