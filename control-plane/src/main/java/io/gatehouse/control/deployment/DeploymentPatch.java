// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import io.gatehouse.control.patch.PatchTable;
import io.gatehouse.control.patch.PatchWording;

/** The patch paths of deployments. Source: developer guide, "Patch operations", UpdateDeployment. */
final class DeploymentPatch {
    static final PatchTable<DeploymentEdit> TABLE = PatchTable.<DeploymentEdit>of(
                    "UpdateDeployment", PatchWording.listing())
            .replaceOptional("/description", (edit, value) -> edit.description = value)
            .build();

    private DeploymentPatch() {}
}
