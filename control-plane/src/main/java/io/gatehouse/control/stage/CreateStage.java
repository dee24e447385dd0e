// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.control.aws.wire.OneOf;
import io.gatehouse.control.aws.wire.Required;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of CreateStage. Source: API reference, "CreateStage". */
public record CreateStage(
        @Required String stageName,
        @Required String deploymentId,
        @Nullable String description,
        @Nullable Boolean cacheClusterEnabled,

        @OneOf({"0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"}) @Nullable
        String cacheClusterSize,

        @Nullable Map<String, String> variables,
        @Nullable String documentationVersion,
        @Nullable CanarySettings canarySettings,
        @Nullable Boolean tracingEnabled,
        @Nullable Map<String, String> tags) {}
