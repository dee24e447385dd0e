// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.client.GatehouseClients;
import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** How the gateway itself refuses a request, in AWS's words; the backend never sees any of them. */
final class RefusalsIT {
    private static final Backend BACKEND = Backend.start();

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE =
            GatehouseExtension.with(() -> GatehouseOptions.defaults().withResolve(Backend.NAME, BACKEND.port()));

    private static String apiId = "";

    private final GatehouseProgram program;
    private final DeployedApi api;
    private final Visitor visitor = new Visitor();

    RefusalsIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.api = DeployedApi.of(client, apiId);
    }

    @BeforeAll
    static void deployOneApi(ApiGatewayClient client) {
        DeployedApi api =
                DeployedApi.create(client, "refusals").proxy("GET", "/open", "http://" + Backend.NAME + "/users");
        for (String verb : new String[] {"GET", "POST"}) {
            api.method(verb, "/closed", method -> method.authorizationType("AWS_IAM"))
                    .integration(
                            verb,
                            "/closed",
                            integration -> integration
                                    .type("HTTP_PROXY")
                                    .integrationHttpMethod(verb)
                                    .uri("http://" + Backend.NAME + "/echo"));
        }
        api.deploy("test");
        apiId = api.id();
    }

    @AfterAll
    static void stopTheBackend() {
        BACKEND.close();
    }

    @Test
    void anUnknownPathIsAMissingToken() throws Exception {
        assertRefused(
                visitor.get(at("/nowhere")), "MissingAuthenticationTokenException", "Missing Authentication Token");
        assertRefused(
                visitor.get(at("/open/below")), "MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    @Test
    void aVerbThatNoResourceHasIsAMissingToken() throws Exception {
        assertRefused(
                visitor.post(at("/open"), ""), "MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    @Test
    void anUnknownStageIsForbidden() throws Exception {
        for (int port : new int[] {program.port(), program.trafficPort()}) {
            assertRefused(visitor.get(api.address(port, "nostage", "/open")), "ForbiddenException", "Forbidden");
        }
    }

    @Test
    void anUnknownApiIsForbidden() throws Exception {
        URI address = URI.create(program.traffic() + "/restapis/nosuchapi0/test/_user_request_/open");

        assertRefused(visitor.get(address), "ForbiddenException", "Forbidden");
    }

    @Test
    void aRefusalCarriesAwsHeadersAndNoTraceId() throws Exception {
        Visitor.Answer answer = visitor.get(at("/nowhere"));

        assertThat(answer.header("x-amzn-RequestId")).matches("[0-9a-f-]{36}");
        assertThat(answer.header("x-amz-apigw-id")).isNotBlank();
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("X-Amzn-Trace-Id")).isNull();
    }

    @Test
    void aClosedMethodWantsASignature() throws Exception {
        assertRefused(
                visitor.get(at("/closed")), "MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    @Test
    void aSignedCallPasses() throws Exception {
        HttpRequest request = Visitor.request(at("/closed?b=2&a=1&name=J%C3%BCrgen%20x"))
                .POST(BodyPublishers.ofString("{\"a\":\"ü\"}"))
                .header("Content-Type", "application/json")
                .build();

        Visitor.Answer answer = visitor.send(program.signer().sign(request));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("body").asText()).isEqualTo("{\"a\":\"ü\"}");
        assertThat(answer.json().get("query").asText()).isEqualTo("b=2&a=1&name=J%C3%BCrgen%20x");
    }

    @Test
    void aBodyThatIsNotTheOneThatWasSignedIsRefusedBeforeTheBackend() throws Exception {
        HttpRequest signed = program.signer()
                .sign(Visitor.request(at("/closed"))
                        .POST(BodyPublishers.ofString("{\"amount\":1}"))
                        .build());
        HttpRequest forged = HttpRequest.newBuilder(signed, (name, value) -> true)
                .POST(BodyPublishers.ofString("{\"amount\":9}"))
                .build();
        int before = BACKEND.seen().size();

        Visitor.Answer answer = visitor.send(forged);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("InvalidSignatureException");
        assertThat(BACKEND.seen()).hasSize(before);
    }

    @Test
    void anotherQueryThanTheSignedOneIsRefused() throws Exception {
        HttpRequest signed =
                program.signer().sign(Visitor.request(at("/closed?user=1")).build());
        HttpRequest forged = HttpRequest.newBuilder(signed, (name, value) -> true)
                .uri(at("/closed?user=2"))
                .build();

        assertThat(visitor.send(forged).header("x-amzn-ErrorType")).isEqualTo("InvalidSignatureException");
    }

    @Test
    void aSignatureOlderThanFiveMinutesHasExpired() throws Exception {
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6));
        HttpRequest signed = program.signer()
                .withClock(late)
                .sign(Visitor.request(at("/closed")).build());

        Visitor.Answer answer = visitor.send(signed);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("InvalidSignatureException");
        assertThat(answer.json().get("message").asText())
                .matches("Signature expired: \\d{8}T\\d{6}Z is now earlier than \\d{8}T\\d{6}Z \\(\\d{8}T\\d{6}Z - 5"
                        + " min\\.\\)");
    }

    @Test
    void aPresignedAddressWorksUntilItExpires() throws Exception {
        Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));
        URI longLived = program.signer().withClock(earlier).presign(at("/closed"), Duration.ofMinutes(15));
        URI shortLived = program.signer().withClock(earlier).presign(at("/closed"), Duration.ofMinutes(5));

        assertThat(visitor.get(longLived).status()).isEqualTo(200);
        assertThat(visitor.get(shortLived).status()).isEqualTo(403);
    }

    @Test
    void anUnknownKeyIsRefusedByName() throws Exception {
        var stranger = GatehouseClients.invocations(program.endpoint().withCredentials("AKIDSTRANGER", "secret"));

        assertRefused(
                visitor.send(stranger.sign(Visitor.request(at("/closed")).build())),
                "UnrecognizedClientException",
                "The security token included in the request is invalid.");
    }

    @Test
    void aWrongSecretIsRefused() throws Exception {
        var forger = GatehouseClients.invocations(program.endpoint().withCredentials("test", "guess"));

        Visitor.Answer answer =
                visitor.send(forger.sign(Visitor.request(at("/closed")).build()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("InvalidSignatureException");
    }

    @Test
    void anAuthorizationHeaderThatIsNoSignatureIsIncomplete() throws Exception {
        for (String header : new String[] {"Bearer abc", "AWS4-HMAC-SHA256 Purpose=none"}) {
            Visitor.Answer answer = visitor.get(at("/closed"), "Authorization", header);

            assertThat(answer.status()).as(header).isEqualTo(403);
            assertThat(answer.header("x-amzn-ErrorType")).as(header).isEqualTo("IncompleteSignatureException");
        }
        assertThat(visitor.get(at("/closed"), "Authorization", "AWS4-HMAC-SHA256 Purpose=none")
                        .body())
                .contains("Authorization header requires 'Credential' parameter.")
                .contains("Authorization header requires 'Signature' parameter.");
    }

    private void assertRefused(Visitor.Answer answer, String type, String message) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
        assertThat(answer.header("x-amzn-ErrorType")).isEqualTo(type);
    }

    private URI at(String path) {
        return api.address(program.trafficPort(), "test", path);
    }
}
