// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newApi;
import static io.gatehouse.control.Calls.newDeployableApi;
import static io.gatehouse.control.Calls.newDeployment;
import static io.gatehouse.control.Calls.newMethod;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.rootOf;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeploymentOperationsIT {

    @Inject
    EntityManager entities;

    @Test
    void aDeploymentShowsItsIdentifierDateAndDescription() {
        String api = newDeployableApi();
        String id = post(api + "/deployments", Map.of("description", "first"))
                .statusCode(201)
                .body("$", aMapWithSize(3))
                .body("id", matchesPattern("[a-z0-9]{10}"))
                .body("description", equalTo("first"))
                .extract()
                .path("id");

        get(api + "/deployments/" + id).statusCode(200).body("description", equalTo("first"));
        get(api + "/stages").body("item", equalTo(List.of()));
    }

    @Test
    void aStageThatIsNamedIsCreated() {
        String api = newDeployableApi();
        Map<String, Object> request =
                Map.of("stageName", "prod", "stageDescription", "text", "variables", Map.of("a", "b"));
        String id = post(api + "/deployments", request)
                .statusCode(201)
                .body("$", aMapWithSize(2))
                .extract()
                .path("id");

        get(api + "/stages/prod")
                .statusCode(200)
                .body("deploymentId", equalTo(id))
                .body("description", equalTo("text"))
                .body("variables", equalTo(Map.of("a", "b")));
    }

    @Test
    void aStageThatExistsIsMovedAndKeepsWhatIsNotGiven() {
        String api = newDeployableApi();
        post(
                        api + "/deployments",
                        Map.of("stageName", "prod", "stageDescription", "text", "variables", Map.of("a", "b")))
                .statusCode(201);
        String second = post(api + "/deployments", Map.of("stageName", "prod"))
                .statusCode(201)
                .extract()
                .path("id");

        get(api + "/stages/prod")
                .body("deploymentId", equalTo(second))
                .body("description", equalTo("text"))
                .body("variables", equalTo(Map.of("a", "b")));
    }

    @Test
    void theNewestComesFirst() {
        String api = newDeployableApi();
        String first = newDeployment(api);
        String second = newDeployment(api);
        String third = newDeployment(api);

        String position = get(api + "/deployments?limit=2")
                .statusCode(200)
                .body("item.id", contains(third, second))
                .extract()
                .path("position");
        get(api + "/deployments?limit=2&position=" + position)
                .body("item.id", contains(first))
                .body("position", nullValue());
    }

    @Test
    void anApiThatCouldServeNothingIsRefused() {
        String api = newApi();
        post(api + "/deployments", Map.of())
                .statusCode(400)
                .header("x-amzn-ErrorType", equalTo("BadRequestException"))
                .body("message", equalTo("The REST API doesn't contain any methods"));
        newMethod(rootOf(api), "GET");
        post(api + "/deployments", Map.of("stageName", "prod"))
                .statusCode(400)
                .body("message", equalTo("No integration defined for method"));
        get(api + "/stages/prod").statusCode(404);
    }

    @Test
    void aRefusedStageLeavesNoDeployment() {
        String api = newDeployableApi();

        post(api + "/deployments", Map.of("stageName", "no/name"))
                .statusCode(400)
                .body("message", equalTo("Stage name only allows a-zA-Z0-9_-"));
        post(api + "/deployments", Map.of("stageName", "prod", "cacheClusterEnabled", true))
                .statusCode(400)
                .body("message", containsString("cacheClusterEnabled is not supported"));
        post(api + "/deployments", Map.of("stageName", "prod", "canarySettings", Map.of("percentTraffic", 10.0)))
                .statusCode(400)
                .body("message", containsString("canarySettings are not supported"));

        get(api + "/deployments").body("item", equalTo(List.of()));
    }

    @Test
    void theSummaryNamesTheMethodsThatWereFrozen() {
        String api = newDeployableApi();
        String id = newDeployment(api);
        newMethod(rootOf(api), "POST");

        get(api + "/deployments/" + id + "?embed=apisummary")
                .body(
                        "apiSummary",
                        equalTo(Map.of(
                                "/", Map.of("GET", Map.of("authorizationType", "NONE", "apiKeyRequired", false)))));
    }

    @Test
    void anUnknownDeploymentOrApiIsNotFound() {
        get(newApi() + "/deployments/nope")
                .statusCode(404)
                .body("message", equalTo("Invalid Deployment identifier specified"));
        post("/restapis/nope/deployments", Map.of())
                .statusCode(404)
                .body("message", equalTo("Invalid API identifier specified 111122223333:nope"));
    }

    @Test
    void anUnchangedDefinitionIsFrozenToTheSameHash() {
        String api = newDeployableApi();
        Deployment first = entities.find(Deployment.class, newDeployment(api));
        Deployment second = entities.find(Deployment.class, newDeployment(api));

        Assertions.assertThat(first.sha256).isEqualTo(second.sha256).hasSize(64);
        Assertions.assertThat(first.revision).isLessThan(second.revision);
    }
}
