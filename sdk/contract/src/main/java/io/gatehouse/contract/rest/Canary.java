// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.Map;

/**
 * A second deployment of a stage, tried out on a part of the stage's traffic. Source: developer guide, "Set up an API Gateway
 * canary release deployment".
 *
 * @param deploymentId the deployment that is tried out; may be the stage's own
 * @param definition what that deployment froze
 * @param percentTraffic the share of requests that it serves, 0.0 to 100.0
 * @param variables the stage variables that differ for it, or are new; the stage's others hold as well
 * @param useStageCache whether it shares the stage's cache instead of having its own
 */
public record Canary(
        String deploymentId,
        FrozenApi definition,
        double percentTraffic,
        Map<String, String> variables,
        boolean useStageCache) {
    public Canary {
        variables = Map.copyOf(variables);
    }
}
