// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newDeployableApi;
import static io.gatehouse.control.Calls.newDeployment;
import static io.gatehouse.control.Calls.patch;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.signed;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StageOperationsIT {

    @Test
    void aNewStageShowsItsDefaultsAndNothingElse() {
        String api = newDeployableApi();
        String deployment = newDeployment(api);

        post(api + "/stages", Map.of("stageName", "dev", "deploymentId", deployment))
                .statusCode(201)
                .body("$", aMapWithSize(8))
                .body("deploymentId", equalTo(deployment))
                .body("stageName", equalTo("dev"))
                .body("cacheClusterEnabled", is(false))
                .body("cacheClusterStatus", equalTo("NOT_AVAILABLE"))
                .body("methodSettings", equalTo(Map.of()))
                .body("tracingEnabled", is(false));
    }

    @Test
    void whatIsGivenComesBack() {
        String api = newDeployableApi();
        post(
                        api + "/stages",
                        Map.of(
                                "stageName", "dev",
                                "deploymentId", newDeployment(api),
                                "description", "text",
                                "variables", Map.of("url", "http://a-b.c:80/~d?e=f&g=h,i#j"),
                                "tags", Map.of("k", "v")))
                .statusCode(201);

        get(api + "/stages/dev")
                .body("description", equalTo("text"))
                .body("variables", equalTo(Map.of("url", "http://a-b.c:80/~d?e=f&g=h,i#j")))
                .body("tags", equalTo(Map.of("k", "v")));
    }

    @Test
    void aStageIsCreatedOnceAndOfAnExistingDeployment() {
        String api = newDeployableApi();
        Map<String, Object> request = Map.of("stageName", "dev", "deploymentId", newDeployment(api));
        post(api + "/stages", request).statusCode(201);

        post(api + "/stages", request)
                .statusCode(409)
                .header("x-amzn-ErrorType", equalTo("ConflictException"))
                .body("message", equalTo("Stage already exists"));
        post(api + "/stages", Map.of("stageName", "other", "deploymentId", "nope"))
                .statusCode(400)
                .body("message", equalTo("Deployment id does not exist"));
        get(api + "/stages/other").statusCode(404).body("message", equalTo("Invalid Stage identifier specified"));
    }

    @Test
    void stagesAreListedByNameAndByDeployment() {
        String api = newDeployableApi();
        String first = newDeployment(api);
        String second = newDeployment(api);
        post(api + "/stages", Map.of("stageName", "b", "deploymentId", first)).statusCode(201);
        post(api + "/stages", Map.of("stageName", "a", "deploymentId", second)).statusCode(201);

        get(api + "/stages").statusCode(200).body("item.stageName", contains("a", "b"));
        get(api + "/stages?deploymentId=" + first).body("item.stageName", contains("b"));
        get("/restapis/nope/stages").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a%b", "ä"})
    void aVariablesValueHasAnAlphabet(String value) {
        String api = newDeployableApi();
        post(
                        api + "/stages",
                        Map.of(
                                "stageName", "dev",
                                "deploymentId", newDeployment(api),
                                "variables", Map.of("key", value)))
                .statusCode(400)
                .body("message", startsWith("Invalid stage variable value of key key."));
    }

    @Test
    void aStageMovesToAnotherDeploymentAndBack() {
        String api = newDeployableApi();
        String first = newDeployment(api);
        String second = newDeployment(api);
        post(api + "/stages", Map.of("stageName", "dev", "deploymentId", first)).statusCode(201);

        patch(api + "/stages/dev", "replace", "/deploymentId", second)
                .statusCode(200)
                .body("deploymentId", equalTo(second));
        patch(api + "/stages/dev", "replace", "/deploymentId", "nope")
                .statusCode(400)
                .body("message", equalTo("Deployment id does not exist"));
        patch(api + "/stages/dev", "replace", "/deploymentId", first).body("deploymentId", equalTo(first));
    }

    @Test
    void variablesAreAddedReplacedAndRemoved() {
        String stage = newStage();

        patch(stage, "add", "/variables/a", "1").body("variables", equalTo(Map.of("a", "1")));
        patch(stage, "replace", "/variables/a", "2").body("variables", equalTo(Map.of("a", "2")));
        patch(stage, "replace", "/variables/b", "3").body("variables", equalTo(Map.of("a", "2", "b", "3")));
        patch(stage, "remove", "/variables/a", "").body("variables", equalTo(Map.of("b", "3")));
        patch(stage, "remove", "/variables/b", "").body("variables", nullValue());
    }

    @Test
    void anEmptyDescriptionIsNone() {
        String stage = newStage();

        patch(stage, "replace", "/description", "text").body("description", equalTo("text"));
        patch(stage, "replace", "/description", "").statusCode(200).body("description", nullValue());
    }

    @Test
    void aRefusedListChangesNothing() {
        String stage = newStage();
        List<Map<String, String>> list = List.of(
                Map.of("op", "replace", "path", "/description", "value", "text"),
                Map.of("op", "replace", "path", "/variables/a", "value", "1"),
                Map.of("op", "replace", "path", "/deploymentId", "value", "nope"));

        signed().body(Map.of("patchOperations", list)).patch(stage).then().statusCode(400);
        get(stage).body("description", nullValue()).body("variables", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "replace, /documentation_version",
        "replace, /tags/tag1",
        "replace, /canarySettings",
        "add, /canarySettings/badPath"
    })
    void anUnknownPathIsAnsweredWithAllPaths(String op, String path) {
        patch(newStage(), op, path, "x")
                .statusCode(400)
                .body(
                        "message",
                        startsWith("Invalid method setting path: " + path + ". Must be one of: [/deploymentId, "))
                .body("message", containsString("/*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/"))
                .body("message", containsString("/variables/{variable_name}, /tracingEnabled]"));
    }

    @ParameterizedTest
    @CsvSource({
        "remove, /*/*, 'Cannot remove method setting */* because there is no method setting for this method '",
        "add, /canarySettings/deploymentId, Invalid add operation with path: /canarySettings/deploymentId",
        "copy, /deploymentId, Promotion not available. Canary does not exist.",
        "replace, /accessLogSettings/format, Access Log value must not be empty",
    })
    void whatTheStagesStateDoesNotAllowIsRefusedInAwsWords(String op, String path, String message) {
        patch(newStage(), op, path, "").statusCode(400).body("message", equalTo(message));
    }

    @ParameterizedTest
    @CsvSource({"replace, /accessLogSettings", "add, /accessLogSettings", "replace, /accessLogSettings/x"})
    void aWrongAccessLogPathHasItsOwnWords(String op, String path) {
        patch(newStage(), op, path, "x")
                .statusCode(400)
                .body(
                        "message",
                        equalTo("Invalid accessLogSettings path. Must be one of : "
                                + "[/accessLogSettings/destinationArn, /accessLogSettings/format]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tracingEnabled",
                "/cacheClusterEnabled",
                "/*/*/throttling/rateLimit",
                "/pets/GET/logging/loglevel",
                "/canarySettings/percentTraffic",
                "/accessLogSettings/destinationArn",
                "/clientCertificateId",
                "/documentationVersion"
            })
    void whatCannotBeDoneYetIsRefusedAndNotStored(String path) {
        patch(newStage(), "replace", path, "true").statusCode(400).body("message", containsString("not supported"));
    }

    @ParameterizedTest
    @CsvSource({"/tracingEnabled, false", "/cacheClusterEnabled, false", "/clientCertificateId, ''"})
    void whatAsksForTheStateAsItIsIsAccepted(String path, String value) {
        patch(newStage(), "replace", path, value).statusCode(200);
    }

    @Test
    void anUnknownStageIsNotFound() {
        patch(newDeployableApi() + "/stages/nope", "replace", "/description", "x")
                .statusCode(404)
                .body("message", equalTo("Invalid Stage identifier specified"));
    }

    private static String newStage() {
        String api = newDeployableApi();
        post(api + "/stages", Map.of("stageName", "dev", "deploymentId", newDeployment(api)))
                .statusCode(201);
        return api + "/stages/dev";
    }
}
