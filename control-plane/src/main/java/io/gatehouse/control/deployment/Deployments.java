// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.control.aws.Ids;
import io.gatehouse.control.aws.Page;
import io.gatehouse.control.aws.PageRequest;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.json.CanonicalJson;
import io.gatehouse.control.patch.PatchRequest;
import io.gatehouse.control.restapi.RestApi;
import io.gatehouse.control.restapi.RestApiDeleted;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revision;
import io.gatehouse.control.revision.Revisions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The deployments of APIs. */
@Singleton
public final class Deployments implements PanacheRepositoryBase<Deployment, String> {
    private static final String NOUN = "deployment";

    private final Freezer freezer;
    private final Ids ids;
    private final Clock clock;
    private final Revisions revisions;
    private final Event<DeploymentCreated> created;
    private final Event<DeploymentDeleted> deleted;

    Deployments(
            Freezer freezer,
            Ids ids,
            Clock clock,
            Revisions revisions,
            Event<DeploymentCreated> created,
            Event<DeploymentDeleted> deleted) {
        this.freezer = freezer;
        this.ids = ids;
        this.clock = clock;
        this.revisions = revisions;
        this.created = created;
        this.deleted = deleted;
    }

    /** Whether the API has this deployment. */
    public boolean exists(String apiId, String deploymentId) {
        return count("id = ?1 and apiId = ?2", deploymentId, apiId) > 0;
    }

    Deployment create(RestApi api, CreateDeployment request) {
        FrozenApi definition = freezer.freeze(api);
        Freezer.check(definition);
        String document = CanonicalJson.write(definition);
        DeploymentView view = new DeploymentView(ids.next(), request.description(), clock.instant(), null);
        Revision revision = revisions.record(api, "CreateDeployment", Change.created(NOUN, view.id(), view));
        Deployment deployment = new Deployment(view, api.id(), revision.number(), CanonicalJson.sha256(document));
        persist(deployment);
        getEntityManager().persist(new FrozenDefinition(deployment.id, document));
        created.fire(new DeploymentCreated(api, deployment, request, revision));
        return deployment;
    }

    Deployment get(String apiId, String deploymentId) {
        return find("id = ?1 and apiId = ?2", deploymentId, apiId).list().stream()
                .findFirst()
                .orElseThrow(() -> NotFoundException.invalidIdentifier("Deployment"));
    }

    Deployment update(RestApi api, String deploymentId, PatchRequest request) {
        Deployment deployment = get(api.id(), deploymentId);
        DeploymentEdit edit = new DeploymentEdit(deployment);
        DeploymentPatch.TABLE.apply(edit, request.patchOperations());
        if (!edit.changes(deployment)) {
            return deployment;
        }
        DeploymentView before = DeploymentView.of(deployment, null);
        deployment.take(edit);
        DeploymentView after = DeploymentView.of(deployment, null);
        revisions.record(api, "UpdateDeployment", Change.changed(NOUN, deploymentId, before, after));
        return deployment;
    }

    /** Deletes a deployment, with what it froze, unless a stage serves it. */
    void delete(RestApi api, String deploymentId) {
        Deployment deployment = get(api.id(), deploymentId);
        deleted.fire(new DeploymentDeleted(api.id(), deploymentId));
        delete(deployment, revisions.begin(api, "DeleteDeployment"));
    }

    /** Every deployment of an API goes with it. */
    void deleteOf(@Observes RestApiDeleted event) {
        list("apiId", event.api().id()).forEach(deployment -> delete(deployment, event.revision()));
    }

    private void delete(Deployment deployment, Revision revision) {
        revisions.add(revision, Change.deleted(NOUN, deployment.id, DeploymentView.of(deployment, null)));
        delete(deployment);
    }

    /** The newest come first. */
    Page<Deployment> page(String apiId, PageRequest request) {
        List<Deployment> found = find(
                        "apiId = ?1 and revision < ?2 order by revision desc", apiId, revisionBefore(request))
                .range(0, request.size())
                .list();
        return Page.of(found, request, deployment -> Long.toString(deployment.revision));
    }

    Map<String, Map<String, MethodSnapshot>> summary(Deployment deployment) {
        FrozenApi definition =
                getEntityManager().find(FrozenDefinition.class, deployment.id).definition();
        Map<String, Map<String, MethodSnapshot>> summary = new TreeMap<>();
        definition
                .resources()
                .forEach(resource -> resource.methods()
                        .forEach(method -> summary.computeIfAbsent(resource.path(), path -> new TreeMap<>())
                                .put(
                                        method.httpMethod(),
                                        new MethodSnapshot(method.authorizationType(), method.apiKeyRequired()))));
        return summary;
    }

    private static long revisionBefore(PageRequest request) {
        String after = request.after();
        try {
            return after == null ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException notOurs) {
            throw BadRequestException.of("Invalid position parameter specified");
        }
    }
}
