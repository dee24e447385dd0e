// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.control.aws.Tags;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.ConflictException;
import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.deployment.CreateDeployment;
import io.gatehouse.control.deployment.DeploymentCreated;
import io.gatehouse.control.deployment.Deployments;
import io.gatehouse.control.patch.PatchRequest;
import io.gatehouse.control.restapi.RestApi;
import io.gatehouse.control.restapi.RestApiDeleted;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revisions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stages of APIs. */
@Singleton
public final class Stages implements PanacheRepositoryBase<Stage, String> {
    private static final String NOUN = "stage";

    private final Deployments deployments;
    private final Clock clock;
    private final Revisions revisions;
    private final Event<StageChanged> changed;
    private final Event<StageDeleted> deleted;

    Stages(
            Deployments deployments,
            Clock clock,
            Revisions revisions,
            Event<StageChanged> changed,
            Event<StageDeleted> deleted) {
        this.deployments = deployments;
        this.clock = clock;
        this.revisions = revisions;
        this.changed = changed;
        this.deleted = deleted;
    }

    Stage get(String apiId, String stageName) {
        return read(apiId, stageName).orElseThrow(() -> NotFoundException.invalidIdentifier("Stage"));
    }

    /** The API's stages, all or those of one deployment, by name. */
    List<Stage> of(String apiId, @Nullable String deploymentId) {
        return list("apiId", apiId).stream()
                .filter(stage -> deploymentId == null || deploymentId.equals(stage.deploymentId))
                .sorted(Comparator.comparing(stage -> stage.stageName))
                .toList();
    }

    Stage create(RestApi api, CreateStage request) {
        StageRules.checkName(request.stageName());
        StageRules.checkVariables(request.variables());
        StageRules.checkCacheAndTracing(request.cacheClusterEnabled(), request.tracingEnabled());
        if (request.canarySettings() != null) {
            throw StageRules.unsupported("canarySettings");
        }
        if (request.documentationVersion() != null
                && !request.documentationVersion().isEmpty()) {
            throw StageRules.unsupported("documentationVersion");
        }
        if (!deployments.exists(api.id(), request.deploymentId())) {
            throw BadRequestException.of("Deployment id does not exist");
        }
        if (read(api.id(), request.stageName()).isPresent()) {
            throw ConflictException.of("Stage already exists");
        }
        Stage stage = new Stage(api.id(), request.stageName(), request.deploymentId(), clock.instant());
        stage.describe(request.description());
        stage.tag(Tags.checked(request.tags()));
        if (request.variables() != null) {
            stage.replaceVariables(request.variables());
        }
        persist(stage);
        revisions.record(api, "CreateStage", Change.created(NOUN, stage.stageName, StageView.of(stage)));
        changed.fire(new StageChanged(stage));
        return stage;
    }

    Stage update(RestApi api, String stageName, PatchRequest request) {
        Stage stage = get(api.id(), stageName);
        StageView before = StageView.of(stage);
        StagePatch.TABLE.apply(new StageEdit(stage, id -> deployments.exists(api.id(), id)), request.patchOperations());
        if (StageView.of(stage).equals(before)) {
            return stage;
        }
        stage.touch(clock.instant());
        StageView after = StageView.of(stage);
        revisions.record(api, "UpdateStage", Change.changed(NOUN, stageName, before, after));
        if (!after.servesAs(before)) {
            changed.fire(new StageChanged(stage));
        }
        return stage;
    }

    /** A deployment that names a stage creates it, or moves it. */
    void deployed(@Observes DeploymentCreated event) {
        CreateDeployment request = event.request();
        String stageName = request.stageName();
        if (stageName == null || stageName.isEmpty()) {
            return;
        }
        StageRules.checkName(stageName);
        StageRules.checkVariables(request.variables());
        StageRules.checkCacheAndTracing(request.cacheClusterEnabled(), request.tracingEnabled());
        String apiId = event.api().id();
        String deploymentId = event.deployment().id();
        Stage stage = read(apiId, stageName).orElse(null);
        if (stage == null) {
            stage = new Stage(apiId, stageName, deploymentId, clock.instant());
            apply(request, stage);
            persist(stage);
            revisions.add(event.revision(), Change.created(NOUN, stageName, StageView.of(stage)));
        } else {
            StageView before = StageView.of(stage);
            stage.serve(deploymentId);
            apply(request, stage);
            stage.touch(clock.instant());
            revisions.add(event.revision(), Change.changed(NOUN, stageName, before, StageView.of(stage)));
        }
        changed.fire(new StageChanged(stage));
    }

    /** Every stage of an API goes before the API does, so that each is withdrawn. */
    void undeploy(@Observes RestApiDeleted event) {
        for (Stage stage : of(event.api().id(), null)) {
            revisions.add(event.revision(), Change.deleted(NOUN, stage.stageName, StageView.of(stage)));
            deleted.fire(new StageDeleted(stage));
            delete(stage);
        }
    }

    private Optional<Stage> read(String apiId, String stageName) {
        return findByIdOptional(Stage.idOf(apiId, stageName));
    }

    private static void apply(CreateDeployment request, Stage stage) {
        if (request.stageDescription() != null) {
            stage.describe(request.stageDescription());
        }
        if (request.variables() != null) {
            stage.replaceVariables(request.variables());
        }
    }
}
