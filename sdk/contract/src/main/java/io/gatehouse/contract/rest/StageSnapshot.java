// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

/**
 * The immutable published form of a stage: one frozen deployment and the stage's own settings.
 *
 * @param key which stage
 * @param owner the account and region it belongs to
 * @param deploymentId the deployment that the stage points at
 * @param definition what that deployment froze
 * @param settings what changes without a new deployment
 */
public record StageSnapshot(
        StageKey key, Owner owner, String deploymentId, FrozenApi definition, StageSettings settings) {}
