// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The immutable published form of a stage: one frozen deployment, or two with a canary, and the stage's own settings.
 *
 * @param key which stage
 * @param owner the account and region it belongs to
 * @param deploymentId the deployment that the stage points at
 * @param definition what that deployment froze
 * @param settings what changes without a new deployment
 * @param canary the deployment that takes a part of the traffic; {@code null} for none
 */
public record StageSnapshot(
        StageKey key,
        Owner owner,
        String deploymentId,
        FrozenApi definition,
        StageSettings settings,
        @Nullable Canary canary) {

    /** The canary's part of the traffic as a stage of its own; there must be a canary. */
    public StageSnapshot canaryAlone() {
        Canary trial = Objects.requireNonNull(canary, "the stage has no canary");
        return new StageSnapshot(
                key, owner, trial.deploymentId(), trial.definition(), settings.overriddenBy(trial.variables()), null);
    }
}
