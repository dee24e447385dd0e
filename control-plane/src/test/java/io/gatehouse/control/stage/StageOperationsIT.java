// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import static io.gatehouse.control.Calls.delete;
import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newDeployableApi;
import static io.gatehouse.control.Calls.newDeployment;
import static io.gatehouse.control.Calls.patch;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.signed;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
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
    @CsvSource(
            delimiter = '|',
            value = {
                "format | $context.status | Access Log format must include at least $context.requestId or"
                        + " $context.extendedRequestId",
                "format | $context.requestId $context.routeKey | The following context variables are not supported:"
                        + " [$context.routeKey]",
                "destinationArn | arn:aws:logs:us-east-1:1:log-group:a:* | Access log destination must only contain"
                        + " characters a-z, A-Z, 0-9, '_', '-', '/', '.': 'log-group:a:*'",
                "destinationArn | x | Invalid ARN specified in the request. ARNs must start with 'arn:': x"
            })
    void anAccessLogThatCouldNotBeWrittenIsRefused(String member, String value, String message) {
        String stage = newStage();
        patch(stage, "replace", "/accessLogSettings/" + member, value)
                .statusCode(400)
                .body("message", equalTo(message));
        get(stage).body("accessLogSettings", nullValue());
    }

    @Test
    void anAccessLogFormatIsOneLine() {
        patch(newStage(), "replace", "/accessLogSettings/format", "{\n$context.requestId\n}")
                .statusCode(400)
                .body(
                        "message",
                        equalTo("Access Log format must be single line, new line character is allowed only at end of"
                                + " the format"));
    }

    @Test
    void everySettingComesBackAsAwsShowsIt() {
        String stage = newStage();
        List<Map<String, String>> list = List.of(
                Map.of("op", "replace", "path", "/tracingEnabled", "value", "true"),
                Map.of("op", "replace", "path", "/cacheClusterEnabled", "value", "true"),
                Map.of(
                        "op",
                        "replace",
                        "path",
                        "/accessLogSettings/destinationArn",
                        "value",
                        "arn:aws:logs:us-east-1:1:log-group:x"),
                Map.of("op", "replace", "path", "/accessLogSettings/format", "value", "$context.requestId"),
                Map.of("op", "replace", "path", "/pets/GET/logging/loglevel", "value", "INFO"),
                Map.of("op", "replace", "path", "/canarySettings/percentTraffic", "value", "12.5"),
                Map.of("op", "replace", "path", "/canarySettings/stageVariableOverrides/a", "value", "b"));
        signed().body(Map.of("patchOperations", list)).patch(stage).then().statusCode(200);

        get(stage)
                .body("tracingEnabled", is(true))
                .body("cacheClusterEnabled", is(true))
                .body("cacheClusterSize", equalTo("0.5"))
                .body("cacheClusterStatus", equalTo("AVAILABLE"))
                .body(
                        "accessLogSettings",
                        equalTo(Map.of(
                                "destinationArn",
                                "arn:aws:logs:us-east-1:1:log-group:x",
                                "format",
                                "$context.requestId")))
                .body("methodSettings.'pets/GET'", aMapWithSize(10))
                .body("methodSettings.'pets/GET'.loggingLevel", equalTo("INFO"))
                .body("methodSettings.'pets/GET'.throttlingRateLimit", equalTo(10000.0f))
                .body("canarySettings", aMapWithSize(4))
                .body("canarySettings.percentTraffic", equalTo(12.5f))
                .body("canarySettings.useStageCache", is(false))
                .body("canarySettings.stageVariableOverrides", equalTo(Map.of("a", "b")));
        patch(stage, "remove", "/canarySettings", "").statusCode(200).body("canarySettings", nullValue());
        patch(stage, "remove", "/accessLogSettings", "").statusCode(200).body("accessLogSettings", nullValue());
        patch(stage, "remove", "/pets/GET", "").statusCode(200).body("methodSettings", equalTo(Map.of()));
        patch(stage, "replace", "/cacheClusterEnabled", "false")
                .statusCode(200)
                .body("cacheClusterStatus", equalTo("NOT_AVAILABLE"))
                .body("cacheClusterSize", nullValue());
    }

    @Test
    void aStageIsCreatedWithAllThatItMayHave() {
        String api = newDeployableApi();
        String deployment = newDeployment(api);
        String tried = newDeployment(api);
        Map<String, Object> canary =
                Map.of("deploymentId", tried, "percentTraffic", 50, "stageVariableOverrides", Map.of("a", "canary"));
        post(
                        api + "/stages",
                        Map.of(
                                "stageName",
                                "dev",
                                "deploymentId",
                                deployment,
                                "cacheClusterEnabled",
                                true,
                                "cacheClusterSize",
                                "1.6",
                                "tracingEnabled",
                                true,
                                "canarySettings",
                                canary))
                .statusCode(201)
                .body("deploymentId", equalTo(deployment))
                .body("cacheClusterSize", equalTo("1.6"))
                .body("tracingEnabled", is(true))
                .body("canarySettings.deploymentId", equalTo(tried))
                .body("canarySettings.percentTraffic", equalTo(50.0f))
                .body("canarySettings.useStageCache", is(false))
                .body("canarySettings.stageVariableOverrides", equalTo(Map.of("a", "canary")));

        post(api + "/stages", Map.of("stageName", "own", "deploymentId", deployment, "canarySettings", Map.of()))
                .statusCode(201)
                .body(
                        "canarySettings",
                        equalTo(Map.of("deploymentId", deployment, "percentTraffic", 0.0f, "useStageCache", false)));
        post(
                        api + "/stages",
                        Map.of(
                                "stageName",
                                "third",
                                "deploymentId",
                                deployment,
                                "canarySettings",
                                Map.of("deploymentId", "nope")))
                .statusCode(400)
                .body("message", equalTo("Deployment id does not exist"));
        post(api + "/stages", Map.of("stageName", "third", "deploymentId", deployment, "documentationVersion", "1"))
                .statusCode(400)
                .body("message", equalTo("Invalid Documentation version specified"));
    }

    @Test
    void aCanaryIsPromotedByCopying() {
        String api = newDeployableApi();
        String first = newDeployment(api);
        String second = newDeployment(api);
        String stage = api + "/stages/dev";
        post(
                        api + "/stages",
                        Map.of(
                                "stageName",
                                "dev",
                                "deploymentId",
                                first,
                                "variables",
                                Map.of("a", "1", "b", "1"),
                                "canarySettings",
                                Map.of("deploymentId", second, "stageVariableOverrides", Map.of("b", "2"))))
                .statusCode(201);
        List<Map<String, String>> promotion = List.of(
                Map.of("op", "copy", "from", "/canarySettings/deploymentId", "path", "/deploymentId"),
                Map.of("op", "replace", "path", "/canarySettings/percentTraffic", "value", "0.0"),
                Map.of("op", "copy", "from", "/canarySettings/stageVariableOverrides", "path", "/variables"));

        signed().body(Map.of("patchOperations", promotion))
                .patch(stage)
                .then()
                .statusCode(200)
                .body("deploymentId", equalTo(second))
                .body("variables", equalTo(Map.of("a", "1", "b", "2")))
                .body("canarySettings.deploymentId", equalTo(second));
    }

    @ParameterizedTest
    @CsvSource({
        "/clientCertificateId, abc, Invalid Client Certificate identifier specified",
        "/documentationVersion, 1, Invalid Documentation version specified",
        "/canarySettings/deploymentId, nope, Deployment id does not exist"
    })
    void whatANameDoesNotStandForIsRefused(String path, String value, String message) {
        patch(newStage(), "replace", path, value).statusCode(400).body("message", equalTo(message));
    }

    @ParameterizedTest
    @CsvSource({"/tracingEnabled, false", "/cacheClusterEnabled, false", "/clientCertificateId, ''"})
    void whatAsksForTheStateAsItIsIsAccepted(String path, String value) {
        patch(newStage(), "replace", path, value).statusCode(200);
    }

    @Test
    void aDeletedStageIsGoneAndItsNameIsFree() {
        String api = newDeployableApi();
        Map<String, Object> request = Map.of("stageName", "dev", "deploymentId", newDeployment(api));
        post(api + "/stages", request).statusCode(201);

        delete(api + "/stages/dev").statusCode(202).body(emptyString());
        get(api + "/stages/dev").statusCode(404);
        delete(api + "/stages/dev").statusCode(404).body("message", equalTo("Invalid Stage identifier specified"));
        post(api + "/stages", request).statusCode(201);
    }

    @Test
    void theCachesOfAStageCanBeFlushed() {
        String stage = newStage();
        for (String cache : new String[] {"/cache/data", "/cache/authorizers"}) {
            delete(stage + cache).statusCode(202).body(emptyString());
            delete(stage + "x" + cache).statusCode(404).body("message", equalTo("Invalid Stage identifier specified"));
        }
        get(stage).statusCode(200);
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
