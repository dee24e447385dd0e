// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.contract.rest.Canary;
import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.control.json.JsonColumn;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
        return new StageSettings(variables);
    }

    final void serve(String otherDeploymentId) {
        this.deploymentId = otherDeploymentId;
    }

    final void describe(@Nullable String text) {
        this.description = text == null || text.isEmpty() ? null : text;
    }

    final void tag(Map<String, String> all) {
        this.tags = all;
    }

    final void replaceVariables(Map<String, String> all) {
        this.variables = all;
    }

    final void set(String variable, String value) {
        Map<String, String> all = new TreeMap<>(variables);
        all.put(variable, value);
        this.variables = all;
    }

    final void unset(String variable) {
        Map<String, String> all = new TreeMap<>(variables);
        all.remove(variable);
        this.variables = all;
    }

    final void touch(Instant now) {
        this.lastUpdatedDate = now;
    }
}
