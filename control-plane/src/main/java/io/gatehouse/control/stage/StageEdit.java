// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.deployment.CreateDeployment;
import io.gatehouse.control.deployment.DeploymentCanarySettings;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A stage while it is set up or a list of patches is applied to it. The stage takes it over when everything went well, so
 * that nothing of what is refused stays.
 */
final class StageEdit {
    final Map<String, String> variables;
    final Map<String, MethodSettingEdit> methodSettings = new TreeMap<>();

    String deploymentId;

    @Nullable
    String description;

    @Nullable
    String accessLogDestination;

    @Nullable
    String accessLogFormat;

    @Nullable
    CanaryEdit canary;

    boolean cacheClusterEnabled;

    @Nullable
    String cacheClusterSize;

    boolean tracingEnabled;

    private final Set<String> namedDeployments = new HashSet<>();

    StageEdit(Stage stage) {
        this.deploymentId = stage.deploymentId;
        this.description = stage.description;
        this.variables = new TreeMap<>(stage.variables);
        stage.methodSettings.forEach((key, setting) -> methodSettings.put(key, new MethodSettingEdit(setting)));
        this.accessLogDestination = stage.accessLogDestination;
        this.accessLogFormat = stage.accessLogFormat;
        this.cacheClusterEnabled = stage.cacheClusterEnabled;
        this.cacheClusterSize = stage.cacheClusterSize;
        this.tracingEnabled = stage.tracingEnabled;
        CanarySettings tried = stage.canarySettings();
        this.canary = tried == null ? null : canary(tried, deploymentId);
    }

    /** Takes what a new stage is asked to be. */
    void setUp(CreateStage request) {
        if (request.variables() != null) {
            request.variables().forEach(this::setVariable);
        }
        CanarySettings tried = request.canarySettings();
        if (tried != null) {
            canary = canary(tried, deploymentId);
            named(canary.deploymentId);
        }
        StageRules.checkDocumentationVersion(request.documentationVersion());
        describe(request.description());
        serve(request.cacheClusterEnabled(), request.cacheClusterSize(), request.tracingEnabled());
    }

    /** Takes what a new deployment says of its stage; what it does not say stays. */
    void setUp(CreateDeployment request, String newDeploymentId) {
        if (request.variables() != null) {
            variables.clear();
            request.variables().forEach(this::setVariable);
        }
        DeploymentCanarySettings tried = request.canarySettings();
        if (tried != null) {
            canary = canary(
                    new CanarySettings(
                            tried.percentTraffic(), null, tried.stageVariableOverrides(), tried.useStageCache()),
                    newDeploymentId);
        } else {
            deploymentId = newDeploymentId;
        }
        if (request.stageDescription() != null) {
            describe(request.stageDescription());
        }
        serve(request.cacheClusterEnabled(), request.cacheClusterSize(), request.tracingEnabled());
    }

    /** A deployment that the change names; looked up once in the end. */
    String named(String id) {
        namedDeployments.add(id);
        return id;
    }

    /** Refuses what does not hold together. */
    void check(Predicate<String> deploymentExists) {
        if (!namedDeployments.stream().allMatch(deploymentExists)) {
            throw BadRequestException.of("Deployment id does not exist");
        }
    }

    void setVariable(String name, String value) {
        StageRules.checkVariable(name, value);
        variables.put(name, value);
    }

    /** The settings of a method; made when there are none. */
    MethodSettingEdit methodSetting(String key) {
        return methodSettings.computeIfAbsent(key, none -> new MethodSettingEdit(MethodSetting.DEFAULT));
    }

    void removeMethodSetting(String key) {
        if (methodSettings.remove(key) == null) {
            // The space at the end is AWS's.
            throw BadRequestException.of(
                    "Cannot remove method setting " + key + " because there is no method setting for this method ");
        }
    }

    /** The canary; made of the stage's own deployment when there is none. */
    CanaryEdit canaryOrNew() {
        if (canary == null) {
            canary = new CanaryEdit(deploymentId);
        }
        return canary;
    }

    void removeOverride(String variable) {
        if (canary != null) {
            canary.variables.remove(variable);
        }
    }

    void promoteDeployment() {
        deploymentId = promoted().deploymentId;
    }

    void promoteVariables() {
        variables.putAll(promoted().variables);
    }

    private CanaryEdit promoted() {
        if (canary == null) {
            throw BadRequestException.of("Promotion not available. Canary does not exist.");
        }
        return canary;
    }

    private void describe(@Nullable String text) {
        description = text == null || text.isEmpty() ? null : text;
    }

    private void serve(@Nullable Boolean cache, @Nullable String cacheSize, @Nullable Boolean tracing) {
        if (cache != null) {
            cacheClusterEnabled = cache;
        }
        if (cacheSize != null) {
            cacheClusterSize = cacheSize;
        }
        if (tracing != null) {
            tracingEnabled = tracing;
        }
    }

    private static CanaryEdit canary(CanarySettings settings, String otherwise) {
        CanaryEdit canary = new CanaryEdit(settings.deploymentId() == null ? otherwise : settings.deploymentId());
        if (settings.percentTraffic() != null) {
            canary.percentTraffic = StageRules.checkedPercent(settings.percentTraffic());
        }
        if (settings.stageVariableOverrides() != null) {
            settings.stageVariableOverrides().forEach(canary::setVariable);
        }
        canary.useStageCache = Boolean.TRUE.equals(settings.useStageCache());
        return canary;
    }
}
