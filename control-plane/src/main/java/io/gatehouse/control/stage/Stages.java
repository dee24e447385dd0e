// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.control.aws.Tags;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.ConflictException;
import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.deployment.CreateDeployment;
import io.gatehouse.control.deployment.DeploymentCreated;
import io.gatehouse.control.deployment.DeploymentDeleted;
import io.gatehouse.control.deployment.Deployments;
import io.gatehouse.control.local.EverythingGoes;
import io.gatehouse.control.patch.PatchRequest;
import io.gatehouse.control.restapi.RestApi;
import io.gatehouse.control.restapi.RestApiDeleted;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revision;
import io.gatehouse.control.revision.Revisions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
        Stage stage = new Stage(api.id(), request.stageName(), request.deploymentId(), clock.instant());
        StageEdit edit = new StageEdit(stage);
        edit.setUp(request);
        edit.named(request.deploymentId());
        edit.check(id -> deployments.exists(api.id(), id));
        if (read(api.id(), request.stageName()).isPresent()) {
            throw ConflictException.of("Stage already exists");
        }
        stage.tag(Tags.checked(request.tags()));
        stage.take(edit);
        persist(stage);
        StageView after = StageView.of(stage);
        revisions.record(api, "CreateStage", Change.created(NOUN, stage.stageName, after));
        changed.fire(new StageChanged(stage));
        ServedWithout.log(api.id(), after);
        return stage;
    }

    Stage update(RestApi api, String stageName, PatchRequest request) {
        Stage stage = get(api.id(), stageName);
        StageView before = StageView.of(stage);
        StageEdit edit = new StageEdit(stage);
        StagePatch.TABLE.apply(edit, request.patchOperations());
        edit.check(id -> deployments.exists(api.id(), id));
        stage.take(edit);
        if (StageView.of(stage).equals(before)) {
            return stage;
        }
        stage.touch(clock.instant());
        StageView after = StageView.of(stage);
        revisions.record(api, "UpdateStage", Change.changed(NOUN, stageName, before, after));
        if (!after.servesAs(before)) {
            changed.fire(new StageChanged(stage));
        }
        ServedWithout.log(api.id(), after);
        return stage;
    }

    void delete(RestApi api, String stageName) {
        Stage stage = get(api.id(), stageName);
        remove(stage, revisions.begin(api, "DeleteStage"));
    }

    /** A deployment that names a stage creates it, moves it, or is tried out in it. */
    void deployed(@Observes DeploymentCreated event) {
        CreateDeployment request = event.request();
        String stageName = Objects.requireNonNullElse(request.stageName(), "");
        if (stageName.isEmpty() && request.canarySettings() == null) {
            return;
        }
        String apiId = event.api().id();
        Stage known = read(apiId, stageName).orElse(null);
        checkCanary(request, stageName, known);
        StageRules.checkName(stageName);
        String deploymentId = event.deployment().id();
        Stage stage = known == null ? new Stage(apiId, stageName, deploymentId, clock.instant()) : known;
        StageView before = StageView.of(stage);
        StageEdit edit = new StageEdit(stage);
        edit.setUp(request, deploymentId);
        stage.take(edit);
        if (known == null) {
            persist(stage);
            revisions.add(event.revision(), Change.created(NOUN, stageName, StageView.of(stage)));
        } else {
            stage.touch(clock.instant());
            revisions.add(event.revision(), Change.changed(NOUN, stageName, before, StageView.of(stage)));
        }
        changed.fire(new StageChanged(stage));
        ServedWithout.log(apiId, StageView.of(stage));
    }

    /** A canary needs a stage, and a stage with a canary takes nothing but canaries: developer guide, "Create a canary". */
    private static void checkCanary(CreateDeployment request, String stageName, @Nullable Stage known) {
        boolean canary = request.canarySettings() != null;
        if (canary && stageName.isEmpty()) {
            throw BadRequestException.of("Canary settings need the name of a stage");
        }
        if (canary && known == null) {
            throw BadRequestException.invalidIdentifier("Stage");
        }
        if (!canary && known != null && known.hasCanary()) {
            throw BadRequestException.of("Stage " + stageName + " has a canary. Deploy to it with canarySettings, or"
                    + " remove its canarySettings first");
        }
    }

    /** A deployment that a stage serves, or tries out, stays. */
    void keep(@Observes DeploymentDeleted event) {
        long users = count(
                "apiId = ?1 and (deploymentId = ?2 or canaryDeploymentId = ?2)", event.apiId(), event.deploymentId());
        if (users > 0) {
            throw BadRequestException.of("Active stages pointing to this deployment must be moved or deleted");
        }
    }

    /** Every stage of an API goes before the API does, so that each is withdrawn. */
    void undeploy(@Observes RestApiDeleted event) {
        of(event.api().id(), null).forEach(stage -> remove(stage, event.revision()));
    }

    void undeployAll(@Observes @Priority(EverythingGoes.BEFORE_ROWS) EverythingGoes event) {
        listAll().forEach(stage -> deleted.fire(new StageDeleted(stage)));
    }

    private void remove(Stage stage, Revision revision) {
        revisions.add(revision, Change.deleted(NOUN, stage.stageName, StageView.of(stage)));
        deleted.fire(new StageDeleted(stage));
        delete(stage);
    }

    private Optional<Stage> read(String apiId, String stageName) {
        return findByIdOptional(Stage.idOf(apiId, stageName));
    }
}
