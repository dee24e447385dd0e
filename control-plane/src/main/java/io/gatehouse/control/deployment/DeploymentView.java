// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deployment as answers show it. Source: API reference, "Deployment".
 *
 * @param apiSummary path, then verb; only if it is asked for
 */
public record DeploymentView(
        String id,
        @Nullable String description,
        Instant createdDate,
        @Nullable Map<String, Map<String, MethodSnapshot>> apiSummary) {

    static DeploymentView of(Deployment deployment, @Nullable Map<String, Map<String, MethodSnapshot>> summary) {
        return new DeploymentView(deployment.id, deployment.description, deployment.createdDate, summary);
    }
}
