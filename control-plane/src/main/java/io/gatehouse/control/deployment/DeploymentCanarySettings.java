// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a new deployment is tried out on a part of a stage's traffic. Source: API reference,
 * "DeploymentCanarySettings".
 *
 * @param percentTraffic 0.0 to 100.0
 */
public record DeploymentCanarySettings(
        @Nullable Double percentTraffic,
        @Nullable Map<String, String> stageVariableOverrides,
        @Nullable Boolean useStageCache) {}
