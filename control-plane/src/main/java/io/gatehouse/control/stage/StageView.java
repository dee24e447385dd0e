// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stage as answers show it. Members that this release does not let anybody set are as they are at AWS when nobody did.
 * Source: API reference, "Stage".
 *
 * @param methodSettings by {@code path/VERB}
 */
public record StageView(
        String deploymentId,
        @Nullable String clientCertificateId,
        String stageName,
        @Nullable String description,
        boolean cacheClusterEnabled,
        @Nullable String cacheClusterSize,
        String cacheClusterStatus,
        Map<String, MethodSetting> methodSettings,
        @Nullable Map<String, String> variables,
        @Nullable String documentationVersion,
        @Nullable AccessLogSettings accessLogSettings,
        @Nullable CanarySettings canarySettings,
        boolean tracingEnabled,
        @Nullable String webAclArn,
        @Nullable Map<String, String> tags,
        Instant createdDate,
        Instant lastUpdatedDate) {

    /** Whether callers would notice no difference between the two. */
    boolean servesAs(StageView other) {
        return deploymentId.equals(other.deploymentId) && Objects.equals(variables, other.variables);
    }

    static StageView of(Stage stage) {
        return new StageView(
                stage.deploymentId,
                null,
                stage.stageName,
                stage.description,
                false,
                null,
                "NOT_AVAILABLE",
                Map.of(),
                stage.variables.isEmpty() ? null : stage.variables,
                null,
                null,
                null,
                false,
                null,
                stage.tags.isEmpty() ? null : stage.tags,
                stage.createdDate,
                stage.lastUpdatedDate);
    }
}
