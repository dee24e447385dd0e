// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import io.gatehouse.control.aws.wire.OneOf;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of CreateDeployment. Source: API reference, "CreateDeployment".
 *
 * @param stageName the stage to create, or to move, to the new deployment; all other members but the description are the
 *     stage's
 */
public record CreateDeployment(
        @Nullable String stageName,
        @Nullable String stageDescription,
        @Nullable String description,
        @Nullable Boolean cacheClusterEnabled,

        @OneOf({"0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"}) @Nullable
        String cacheClusterSize,

        @Nullable Map<String, String> variables,
        @Nullable DeploymentCanarySettings canarySettings,
        @Nullable Boolean tracingEnabled) {}
