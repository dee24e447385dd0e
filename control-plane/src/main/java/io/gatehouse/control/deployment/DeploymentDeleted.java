// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

/**
 * A deployment is about to go in this transaction. Whoever still needs it refuses, by throwing.
 *
 * @param apiId its API, locked
 * @param deploymentId which one
 */
public record DeploymentDeleted(String apiId, String deploymentId) {}
