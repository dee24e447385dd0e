// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import com.fasterxml.jackson.core.type.TypeReference;
import io.gatehouse.contract.rest.AccessLog;
import io.gatehouse.contract.rest.Canary;
import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.control.json.JsonColumn;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A stage: a name under which one deployment of an API is served, and what is set there without deploying. */
@Entity
@Table(name = "stage")
public class Stage {
    /** As {@link #idOf} makes it. */
    @Id
    String id;

    String apiId;
    String stageName;
    String deploymentId;

    @Nullable
    String description;

    @Convert(converter = JsonColumn.TextMap.class)
    Map<String, String> variables;

    @Convert(converter = MethodSettingColumn.class)
    Map<String, MethodSetting> methodSettings;

    @Nullable
    String accessLogDestination;

    @Nullable
    String accessLogFormat;

    boolean cacheClusterEnabled;

    /** Null while there is no cache. */
    @Nullable
    String cacheClusterSize;

    boolean tracingEnabled;

    /** Null when the stage has no canary, as are the canary's other columns. */
    @Nullable
    String canaryDeploymentId;

    @Nullable
    Double canaryPercentTraffic;

    @Nullable
    @Convert(converter = JsonColumn.TextMap.class)
    Map<String, String> canaryVariables;

    @Nullable
    Boolean canaryUseStageCache;

    @Convert(converter = JsonColumn.TextMap.class)
    Map<String, String> tags;

    Instant createdDate;
    Instant lastUpdatedDate;

    @SuppressWarnings("NullAway.Init")
    protected Stage() {}

    Stage(String apiId, String stageName, String deploymentId, Instant now) {
        this.id = idOf(apiId, stageName);
        this.apiId = apiId;
        this.stageName = stageName;
        this.deploymentId = deploymentId;
        this.variables = Map.of();
        this.methodSettings = Map.of();
        this.tags = Map.of();
        this.createdDate = now;
        this.lastUpdatedDate = now;
    }

    /** The key of a stage as one text, unique in the installation. */
    static String idOf(String apiId, String stageName) {
        return apiId + "/" + stageName;
    }

    /** Which stage it is. */
    public StageKey key() {
        return new StageKey(apiId, stageName);
    }

    /** The deployment that it serves. */
    public String deploymentId() {
        return deploymentId;
    }

    /** Whether a second deployment is tried out. */
    public boolean hasCanary() {
        return canaryDeploymentId != null;
    }

    /**
     * The canary of a stage that has one, for data planes.
     *
     * @param definition what its deployment froze
     */
    public Canary canary(FrozenApi definition) {
        return new Canary(
                Objects.requireNonNull(canaryDeploymentId),
                definition,
                Objects.requireNonNull(canaryPercentTraffic),
                Objects.requireNonNullElse(canaryVariables, Map.of()),
                Boolean.TRUE.equals(canaryUseStageCache));
    }

    /** What is set without deploying. */
    public StageSettings settings() {
        return new StageSettings(variables, MethodSetting.served(methodSettings), accessLog(), tracingEnabled);
    }

    /** Half a setting logs nothing: there is nowhere to write to, or nothing to write. */
    private @Nullable AccessLog accessLog() {
        return accessLogFormat == null || accessLogDestination == null
                ? null
                : new AccessLog(accessLogFormat, accessLogDestination);
    }

    final @Nullable CanarySettings canarySettings() {
        return hasCanary()
                ? new CanarySettings(canaryPercentTraffic, canaryDeploymentId, canaryVariables, canaryUseStageCache)
                : null;
    }

    final void take(StageEdit edit) {
        this.deploymentId = edit.deploymentId;
        this.description = edit.description;
        this.variables = edit.variables;
        Map<String, MethodSetting> settings = new TreeMap<>();
        edit.methodSettings.forEach((key, setting) -> settings.put(key, setting.result()));
        this.methodSettings = settings;
        this.accessLogDestination = edit.accessLogDestination;
        this.accessLogFormat = edit.accessLogFormat;
        this.cacheClusterEnabled = edit.cacheClusterEnabled;
        this.cacheClusterSize = edit.cacheClusterEnabled
                ? Objects.requireNonNullElse(edit.cacheClusterSize, StageRules.DEFAULT_CACHE_SIZE)
                : null;
        this.tracingEnabled = edit.tracingEnabled;
        take(edit.canary);
    }

    private void take(@Nullable CanaryEdit canary) {
        this.canaryDeploymentId = canary == null ? null : canary.deploymentId;
        this.canaryPercentTraffic = canary == null ? null : (Double) canary.percentTraffic;
        this.canaryVariables = canary == null || canary.variables.isEmpty() ? null : canary.variables;
        this.canaryUseStageCache = canary == null ? null : (Boolean) canary.useStageCache;
    }

    final void tag(Map<String, String> all) {
        this.tags = all;
    }

    final void touch(Instant now) {
        this.lastUpdatedDate = now;
    }

    /** A column of method settings, by {@code path/VERB}. */
    @Immutable
    @RegisterForReflection
    static final class MethodSettingColumn extends JsonColumn<Map<String, MethodSetting>> {
        MethodSettingColumn() {
            super(new TypeReference<>() {}, Map.of());
        }
    }
}
