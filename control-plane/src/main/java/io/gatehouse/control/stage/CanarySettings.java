// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that is tried out on a part of a stage's traffic. Source: API reference, "CanarySettings".
 *
 * @param percentTraffic 0.0 to 100.0
 */
public record CanarySettings(
        @Nullable Double percentTraffic,
        @Nullable String deploymentId,
        @Nullable Map<String, String> stageVariableOverrides,
        @Nullable Boolean useStageCache) {}
