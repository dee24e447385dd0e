// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A deployment while a list of patches is applied to it. */
final class DeploymentEdit {
    @Nullable
    String description;

    DeploymentEdit(Deployment deployment) {
        this.description = deployment.description;
    }

    boolean changes(Deployment deployment) {
        return !Objects.equals(description, deployment.description);
    }
}
