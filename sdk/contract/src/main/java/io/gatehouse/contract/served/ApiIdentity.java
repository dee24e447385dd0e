// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

import org.jspecify.annotations.Nullable;

/**
 * Whose API is served, and which state of it.
 *
 * @param accountId twelve digits
 * @param region the region in its address and in its signatures' scope
 * @param apiId the API's identifier
 * @param stage the stage's name
 * @param deploymentId the deployment that is served
 * @param canary whether it is the one on trial of two that the stage serves; {@code null} where it serves one
 */
public record ApiIdentity(
        String accountId,
        String region,
        String apiId,
        String stage,
        String deploymentId,
        @Nullable Boolean canary) {}
