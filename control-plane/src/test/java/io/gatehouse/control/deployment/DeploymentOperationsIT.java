// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.deployment;

import static io.gatehouse.control.Calls.delete;
import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newApi;
import static io.gatehouse.control.Calls.newDeployableApi;
import static io.gatehouse.control.Calls.newDeployment;
import static io.gatehouse.control.Calls.newMethod;
import static io.gatehouse.control.Calls.patch;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.rootOf;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
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
        post(api + "/deployments", Map.of("canarySettings", Map.of("percentTraffic", 10.0)))
                .statusCode(400)
                .body("message", equalTo("Canary settings need the name of a stage"));
        post(api + "/deployments", Map.of("stageName", "prod", "canarySettings", Map.of("percentTraffic", 10.0)))
                .statusCode(400)
                .body("message", equalTo("Invalid Stage identifier specified"));

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

    @Test
    void aCanaryDeploymentIsTriedOutInItsStage() {
        String api = newDeployableApi();
        String first = deploy(api, Map.of("stageName", "prod", "variables", Map.of("a", "1")));
        Map<String, Object> settings = Map.of("percentTraffic", 10.5, "stageVariableOverrides", Map.of("a", "2"));
        deploy(api, Map.of("stageName", "prod", "canarySettings", settings));
        String third = deploy(api, Map.of("stageName", "prod", "canarySettings", Map.of("useStageCache", true)));

        get(api + "/stages/prod")
                .body("deploymentId", equalTo(first))
                .body("variables", equalTo(Map.of("a", "1")))
                .body(
                        "canarySettings",
                        equalTo(Map.of("deploymentId", third, "percentTraffic", 0.0f, "useStageCache", true)));
        post(api + "/deployments", Map.of("stageName", "prod"))
                .statusCode(400)
                .body("message", containsString("has a canary"));
    }

    @Test
    void aDeploymentSetsItsStagesCacheAndTracing() {
        String api = newDeployableApi();
        deploy(api, Map.of("stageName", "prod", "cacheClusterEnabled", true, "cacheClusterSize", "6.1"));
        deploy(api, Map.of("stageName", "prod", "tracingEnabled", true));

        get(api + "/stages/prod")
                .body("cacheClusterEnabled", equalTo(true))
                .body("cacheClusterSize", equalTo("6.1"))
                .body("tracingEnabled", equalTo(true));
    }

    @Test
    void onlyTheDescriptionOfADeploymentChanges() {
        String api = newDeployableApi();
        String deployment = api + "/deployments/" + newDeployment(api);

        patch(deployment, "replace", "/description", "text")
                .statusCode(200)
                .body("$", aMapWithSize(3))
                .body("description", equalTo("text"));
        patch(deployment, "replace", "/description", "").statusCode(200).body("description", nullValue());
        patch(deployment, "replace", "/id", "x")
                .statusCode(400)
                .body(
                        "message",
                        equalTo(
                                "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description]"));
        patch(deployment, "remove", "/description", "")
                .statusCode(400)
                .body(
                        "message",
                        equalTo("Invalid patch path  '/description' specified for op 'remove'."
                                + " Please choose supported operations"));
        patch(api + "/deployments/nope", "replace", "/description", "x")
                .statusCode(404)
                .body("message", equalTo("Invalid Deployment identifier specified"));
    }

    @Test
    void aDeploymentInUseStays() {
        String api = newDeployableApi();
        String served = deploy(api, Map.of("stageName", "prod"));
        String tried = deploy(api, Map.of("stageName", "prod", "canarySettings", Map.of()));
        for (String each : List.of(served, tried, served)) {
            delete(api + "/deployments/" + each)
                    .statusCode(400)
                    .header("x-amzn-ErrorType", equalTo("BadRequestException"))
                    .body("message", equalTo("Active stages pointing to this deployment must be moved or deleted"));
        }

        patch(api + "/stages/prod", "remove", "/canarySettings", "").statusCode(200);
        delete(api + "/deployments/" + tried).statusCode(202).body(emptyString());
        delete(api + "/stages/prod").statusCode(202);
        delete(api + "/deployments/" + served).statusCode(202);
        get(api + "/deployments").body("item", equalTo(List.of()));
        delete(api + "/deployments/" + served)
                .statusCode(404)
                .body("message", equalTo("Invalid Deployment identifier specified"));
        Assertions.assertThat(entities.find(FrozenDefinition.class, served)).isNull();
    }

    private static String deploy(String api, Map<String, Object> request) {
        return post(api + "/deployments", request).statusCode(201).extract().path("id");
    }
}
