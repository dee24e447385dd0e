// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stage as answers show it. What no stage can have yet, a client certificate, a documentation version and a web ACL, is
 * absent. Source: API reference, "Stage".
 *
 * @param methodSettings by {@code path/VERB}, the path as it was written when it was set
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

    /** Whether data planes would serve the two alike. */
    boolean servesAs(StageView other) {
        return deploymentId.equals(other.deploymentId)
                && Objects.equals(variables, other.variables)
                && MethodSetting.served(methodSettings).equals(MethodSetting.served(other.methodSettings))
                && Objects.equals(accessLogSettings, other.accessLogSettings)
                && tracingEnabled == other.tracingEnabled
                && Objects.equals(canarySettings, other.canarySettings);
    }

    static StageView of(Stage stage) {
        return new StageView(
                stage.deploymentId,
                null,
                stage.stageName,
                stage.description,
                stage.cacheClusterEnabled,
                stage.cacheClusterSize,
                stage.cacheClusterEnabled ? "AVAILABLE" : "NOT_AVAILABLE",
                stage.methodSettings,
                stage.variables.isEmpty() ? null : stage.variables,
                null,
                accessLog(stage),
                stage.canarySettings(),
                stage.tracingEnabled,
                null,
                stage.tags.isEmpty() ? null : stage.tags,
                stage.createdDate,
                stage.lastUpdatedDate);
    }

    private static @Nullable AccessLogSettings accessLog(Stage stage) {
        return stage.accessLogDestination == null && stage.accessLogFormat == null
                ? null
                : new AccessLogSettings(stage.accessLogFormat, stage.accessLogDestination);
    }
}
