// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.revision;

import static io.gatehouse.control.Calls.ACCOUNT;
import static io.gatehouse.control.Calls.delete;
import static io.gatehouse.control.Calls.newDeployableApi;
import static io.gatehouse.control.Calls.patch;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.rootOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevisionIT {

    @Inject
    EntityManager entities;

    @Test
    void everyChangeOfAnApiIsARevisionWithOneNumberMoreAndTheJournalOutlivesTheApi() {
        String api = newDeployableApi();
        post(api + "/deployments", Map.of("stageName", "prod")).statusCode(201);
        delete(api).statusCode(202);

        List<Revision> revisions = revisionsOf(api);
        assertThat(revisions)
                .extracting(revision -> revision.revisionNumber + " " + revision.operation)
                .containsExactly(
                        "1 CreateRestApi", "2 PutMethod", "3 PutIntegration", "4 CreateDeployment", "5 DeleteRestApi");
        assertThat(revisions)
                .allSatisfy(revision -> assertThat(revision.accountId).isEqualTo(ACCOUNT));
        assertThat(changesOf(revisions.getFirst())).containsExactly("restapi", "resource", "model", "model");
        assertThat(changesOf(revisions.get(3))).containsExactly("deployment", "stage");
        assertThat(changesOf(revisions.getLast()))
                .containsExactlyInAnyOrder(
                        "restapi", "model", "model", "integration", "method", "resource", "deployment", "stage");
    }

    @Test
    void everyChangeOfADeploymentOrAStageIsARevisionWithItsNouns() {
        String api = newDeployableApi();
        String deployment = post(api + "/deployments", Map.of("stageName", "prod"))
                .statusCode(201)
                .extract()
                .path("id");
        int before = revisionsOf(api).size();
        post(api + "/deployments", Map.of("stageName", "prod", "canarySettings", Map.of()))
                .statusCode(201);
        patch(api + "/deployments/" + deployment, "replace", "/description", "text")
                .statusCode(200);
        patch(api + "/stages/prod", "replace", "/*/*/caching/enabled", "true").statusCode(200);
        delete(api + "/deployments/" + deployment).statusCode(400);
        delete(api + "/stages/prod").statusCode(202);
        delete(api + "/deployments/" + deployment).statusCode(202);

        List<Revision> made = revisionsOf(api);
        assertThat(made.subList(before, made.size()))
                .extracting(revision -> revision.operation + " " + changesOf(revision))
                .containsExactly(
                        "CreateDeployment [deployment, stage]",
                        "UpdateDeployment [deployment]",
                        "UpdateStage [stage]",
                        "DeleteStage [stage]",
                        "DeleteDeployment [deployment]");
    }

    @Test
    void aRefusedChangeIsNoRevision() {
        String api = newDeployableApi();
        int before = revisionsOf(api).size();

        post(rootOf(api), Map.of("pathPart", "a b")).statusCode(400);

        assertThat(revisionsOf(api)).hasSize(before);
    }

    private List<Revision> revisionsOf(String api) {
        return entities.createQuery("from Revision where apiId = ?1 order by id", Revision.class)
                .setParameter(1, api.substring("/restapis/".length()))
                .getResultList();
    }

    private List<String> changesOf(Revision revision) {
        return entities
                .createQuery("from RevisionChange where revisionId = ?1 order by id", RevisionChange.class)
                .setParameter(1, revision.id)
                .getResultList()
                .stream()
                .map(change -> change.noun)
                .toList();
    }
}
