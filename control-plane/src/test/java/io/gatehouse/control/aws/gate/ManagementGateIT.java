// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import static io.gatehouse.control.Calls.signed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.gatehouse.control.Calls;
import io.gatehouse.control.aws.operation.Operation;
import io.gatehouse.control.aws.operation.OperationTable;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ManagementGateIT {

    private static final String MISSING = "MissingAuthenticationTokenException";

    @Test
    void anUnsignedCallIsRefusedEvenOnLoopback() {
        for (String path : List.of("/restapis", "/", "/nothing", "/restapis/a/resources")) {
            refused(given().get(path), 403, MISSING).body("message", equalTo("Missing Authentication Token"));
        }
        refused(given().body("{}").post("/restapis"), 403, MISSING);
    }

    @Test
    void aBrowserIsToldNothingThatWouldLetItIn() {
        Response preflight = given().header("Origin", "http://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/restapis");
        refused(preflight, 403, MISSING);
        Response call = signed().header("Origin", "http://evil.example").get("/restapis");
        for (Response answer : List.of(preflight, call)) {
            assertThat(answer.headers().asList())
                    .noneMatch(header -> header.getName().toLowerCase().startsWith("access-control-"));
        }
    }

    @Test
    void aMalformedSignatureIsRefused() {
        refused(
                        given().header("Authorization", "AWS4-HMAC-SHA256 Credential=test")
                                .get("/restapis"),
                        403,
                        "IncompleteSignatureException")
                .body("message", startsWith("Authorization header requires 'Signature' parameter."));
    }

    @Test
    void aClientThatOffersHttp2IsAnswered() throws Exception {
        URI address = URI.create("http://localhost:" + RestAssured.port + "/restapis");
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("X-Amz-Date", "20260101T000000Z");
        request.header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/apigateway/aws4_request,"
                        + " SignedHeaders=host, Signature=00");
        request.POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"offered\"}"));
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    @Test
    void aPresignedCallIsAccepted() {
        presigned().get("/restapis").then().statusCode(200);
    }

    @Test
    void aPresignedCallOfAWebPageIsNot() {
        refused(presigned().header("Origin", "http://evil.example").body("{}").post("/restapis"), 403, MISSING);
        refused(presigned().header("Sec-Fetch-Site", "cross-site").get("/restapis"), 403, MISSING);
    }

    private static RequestSpecification presigned() {
        return given().queryParam("X-Amz-Algorithm", "AWS4-HMAC-SHA256")
                .queryParam("X-Amz-Credential", "test/20261101/us-east-1/apigateway/aws4_request")
                .queryParam("X-Amz-Date", "20261101T120000Z")
                .queryParam("X-Amz-Expires", "60")
                .queryParam("X-Amz-SignedHeaders", "host")
                .queryParam("X-Amz-Signature", "0".repeat(64));
    }

    @Test
    void theCallerIsTheAccountOfTheCredentialScope() {
        refused(signed().get("/restapis/unknown"), 404, "NotFoundException")
                .body("message", equalTo("Invalid API identifier specified " + Calls.ACCOUNT + ":unknown"));
        refused(Calls.signedBy("AKIA1", "eu-west-1").get("/restapis/unknown"), 404, "NotFoundException")
                .body("message", equalTo("Invalid API identifier specified 000000000000:unknown"));
    }

    @Test
    void everyAnswerCanBeFoundAgainByItsIds() {
        Response first = signed().get("/restapis");
        Response second = signed().get("/restapis");
        first.then()
                .statusCode(200)
                .header("x-amzn-RequestId", matchesPattern("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .header("x-amz-apigw-id", matchesPattern("[A-Za-z0-9+/]{15}="))
                .header("x-amzn-ErrorType", nullValue())
                .header("Content-Type", equalTo("application/json"));
        assertThat(first.header("x-amzn-RequestId")).isNotEqualTo(second.header("x-amzn-RequestId"));
    }

    @Test
    void anUnknownPathOrVerbIsRefusedAsIfUnsigned() {
        refused(signed().get("/nothing"), 403, MISSING).body("message", equalTo("Missing Authentication Token"));
        refused(signed().put("/restapis"), 403, MISSING);
        refused(signed().get("/q/health"), 403, MISSING);
    }

    @Test
    void everyOperationAnswersOrIsNamedAsMissing() {
        int missing = 0;
        for (Operation operation : new OperationTable().all()) {
            String path = operation.path().replaceAll("\\{status_code}", "200").replaceAll("\\{[^}]+}", "x");
            String query = operation.query() == null ? "" : "?" + operation.query();
            Response answer = signed().body("[]").request(operation.method(), path + query);
            assertThat(answer.statusCode())
                    .as(operation.name())
                    .isNotEqualTo(403)
                    .isNotEqualTo(500);
            if (answer.statusCode() == 501) {
                missing++;
                refused(answer, 501, "NotImplementedException")
                        .body("message", startsWith(operation.name() + " is not supported by Gatehouse yet."));
            }
        }
        assertThat(missing).isLessThanOrEqualTo(102);
    }

    @Test
    void aBodyThatIsNoJsonOrOfTheWrongTypeIsRefused() {
        refused(signed().body("{").post("/restapis"), 400, "SerializationException")
                .body("message", startsWith("Could not parse request body into json"));
        refused(signed().body("{\"name\": true}").post("/restapis"), 400, "SerializationException")
                .body("message", equalTo("class java.lang.Boolean can not be converted to an String"));
    }

    @Test
    void violationsAreToldInAwsWords() {
        refused(signed().post("/restapis"), 400, "ValidationException")
                .body(
                        "message",
                        equalTo("1 validation error detected: Value null at 'createRestApiInput.name'"
                                + " failed to satisfy constraint: Member must not be null"));
    }

    @Test
    void aPathParameterIsCheckedWithAndWithoutABody() {
        String method = "/restapis/a/resources/b/methods/GET";
        String words = "1 validation error detected: Value '2xx' at 'statusCode' failed to satisfy constraint:"
                + " Member must satisfy regular expression pattern: [1-5]\\d\\d";
        refused(signed().get(method + "/responses/2xx"), 400, "ValidationException")
                .body("message", equalTo(words));
        refused(signed().body("{}").put(method + "/responses/2xx"), 400, "ValidationException")
                .body("message", equalTo(words));
    }

    @Test
    void aNumberThatIsNoneIsTheClientsFault() {
        refused(signed().get("/restapis?limit=abc"), 400, "SerializationException");
        refused(signed().get("/restapis?position=abc"), 400, "BadRequestException")
                .body("message", equalTo("Invalid position parameter specified"));
        signed().get("/restapis?limit=-1").then().statusCode(200).body("item", equalTo(List.of()));
    }

    @Test
    void clientsMayAskForHalAndSendAnyContentType() {
        signed().header("Accept", "application/hal+json")
                .get("/restapis")
                .then()
                .statusCode(200)
                .contentType("application/json");
        given().header("Authorization", authorization())
                .header("X-Amz-Date", "20261101T120000Z")
                .contentType("application/x-www-form-urlencoded")
                .body("{\"name\": \"form\"}")
                .post("/restapis")
                .then()
                .statusCode(201)
                .body("name", equalTo("form"));
    }

    @Test
    void timesAreNumbersAndAbsentMembersAreLeftOut() {
        signed().body(Map.of("name", "times"))
                .post("/restapis")
                .then()
                .statusCode(201)
                .body("createdDate", instanceOf(Integer.class))
                .body("containsKey('description')", equalTo(false));
    }

    @Test
    void anAnswerWithoutMembersHasNoBody() {
        String api = Calls.newApi();
        signed().delete(api).then().statusCode(202).body(blankOrNullString());
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedAndAtTheLimitRead() {
        refused(
                        signed().body(" ".repeat(ManagementGate.MAX_BODY + 1)).post("/restapis"),
                        413,
                        "RequestEntityTooLargeException")
                .body("message", equalTo("Request Too Long"));
        refused(signed().body(" ".repeat(ManagementGate.MAX_BODY)).post("/restapis"), 400, "ValidationException");
    }

    @Test
    void badInputIsRefusedWithoutEffort() {
        String api = Calls.newApi();
        String stage = api + "/stages/" + stageOf(api);
        String operation = "{\"op\": \"replace\", \"path\": \"/nothing\", \"value\": \"x\"},";
        for (String body : List.of(
                "{\"patchOperations\": [" + operation.repeat(10_000) + "{}]}",
                "{\"patchOperations\": ["
                        + operation.replace("replace", "wrong").repeat(10_000) + "{}]}",
                "{\"a\":" + "[".repeat(1_000_000),
                "{\"patchOperations\": [" + "{},".repeat(100_000) + "5]}")) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            Instant start = Instant.now();
            Response answer = signed().body(bytes).patch(stage);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static String stageOf(String api) {
        Calls.put(Calls.newMethod(Calls.rootOf(api), "GET") + "/integration", Map.of("type", "MOCK"))
                .statusCode(201);
        Calls.post(api + "/deployments", Map.of("stageName", "dev")).statusCode(201);
        return "dev";
    }

    private static String authorization() {
        return "AWS4-HMAC-SHA256 Credential=test/20261101/us-east-1/apigateway/aws4_request, SignedHeaders=host,"
                + " Signature=0";
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .header("x-amzn-ErrorType", equalTo(code))
                .header("x-amzn-RequestId", allOf(matchesPattern(".{36}")))
                .contentType("application/json")
                .body("size()", equalTo(1));
    }
}
