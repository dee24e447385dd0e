// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.Op;

/** What each kind of integration does with a request and with an answer. */
final class IntegrationsIT {
    private static final Backend BACKEND = Backend.start();
    private static final String HOST = "http://" + Backend.NAME;

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE =
            GatehouseExtension.with(() -> GatehouseOptions.defaults().withResolve(Backend.NAME, BACKEND.port()));

    private final GatehouseProgram program;
    private final ApiGatewayClient client;
    private final Visitor visitor = new Visitor();

    IntegrationsIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @AfterAll
    static void stopTheBackend() {
        BACKEND.close();
    }

    @Test
    void aMockAnswersFromItsTemplatesWithoutABackend() throws Exception {
        DeployedApi api = DeployedApi.create(client, "mock")
                .method("GET", "/pets/{id}", method -> {})
                .integration(
                        "GET",
                        "/pets/{id}",
                        integration -> integration
                                .type(IntegrationType.MOCK)
                                .requestTemplates(Map.of(
                                        "application/json",
                                        "#if($input.params('missing') == 'yes'){\"statusCode\": 404}#else{\"statusCode\":"
                                                + " 200}#end")))
                .response(
                        "GET",
                        "/pets/{id}",
                        "200",
                        response -> response.responseTemplates(Map.of(
                                "application/json",
                                "{\"id\": $input.params().path.id, \"stage\": \"$context.stage\"}")))
                .response(
                        "GET",
                        "/pets/{id}",
                        "404",
                        response -> response.selectionPattern("404")
                                .responseTemplates(
                                        Map.of("application/json", "{\"message\": \"no pet $input.params('id')\"}")));
        api.deploy("test");
        int before = BACKEND.seen().size();

        Visitor.Answer found = visitor.get(at(api, "/pets/7"));
        Visitor.Answer missing = visitor.get(at(api, "/pets/8?missing=yes"));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body()).isEqualTo("{\"id\": 7, \"stage\": \"test\"}");
        assertThat(found.header("Content-Type")).isEqualTo("application/json");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).isEqualTo("{\"message\": \"no pet 8\"}");
        assertThat(BACKEND.seen()).hasSize(before);
    }

    @Test
    void anHttpIntegrationMapsParametersAndTemplatesBothWays() throws Exception {
        DeployedApi api = DeployedApi.create(client, "mapped")
                .method(
                        "POST",
                        "/orders/{order}",
                        method -> method.requestParameters(Map.of(
                                "method.request.path.order", true,
                                "method.request.querystring.full", false,
                                "method.request.header.X-Tenant", false)))
                .integration(
                        "POST",
                        "/orders/{order}",
                        integration -> integration
                                .type(IntegrationType.HTTP)
                                .integrationHttpMethod("PUT")
                                .uri(HOST + "/echo/{id}")
                                .requestParameters(Map.of(
                                        "integration.request.path.id", "method.request.path.order",
                                        "integration.request.querystring.detail", "method.request.querystring.full",
                                        "integration.request.header.X-Forwarded-Tenant",
                                                "method.request.header.X-Tenant",
                                        "integration.request.header.X-Source", "'gatehouse'"))
                                .requestTemplates(
                                        Map.of(
                                                "application/json",
                                                "{\"customer\": \"$input.path('$.who.name')\", \"items\": $input.json('$.items')}")));
        client.putMethodResponse(request -> request.restApiId(api.id())
                .resourceId(api.resource("/orders/{order}"))
                .httpMethod("POST")
                .statusCode("201")
                .responseParameters(Map.of("method.response.header.X-Kind", true)));
        api.integrationResponse(
                "POST",
                "/orders/{order}",
                "201",
                response -> response.responseParameters(Map.of("method.response.header.X-Kind", "'order'"))
                        .responseTemplates(Map.of(
                                "application/json",
                                "{\"sent\": \"$input.path('$.verb')\", \"to\": \"$input.path('$.path')\"}")));
        api.deploy("test");

        Visitor.Answer answer = visitor.post(
                at(api, "/orders/o-17?full=yes"),
                "{\"who\":{\"name\":\"Ada\"},\"items\":[1,2]}",
                "Content-Type",
                "application/json",
                "X-Tenant",
                "blue");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"sent\": \"PUT\", \"to\": \"/echo/o-17\"}");
        assertThat(answer.header("X-Kind")).isEqualTo("order");
        Backend.Seen seen = BACKEND.last();
        assertThat(seen.query()).isEqualTo("detail=yes");
        assertThat(seen.body()).isEqualTo("{\"customer\": \"Ada\", \"items\": [1,2]}");
        assertThat(seen.header("X-Forwarded-Tenant")).isEqualTo("blue");
        assertThat(seen.header("X-Source")).isEqualTo("gatehouse");
    }

    @Test
    void theBackendsStatusSelectsTheResponse() throws Exception {
        DeployedApi api = DeployedApi.create(client, "selected")
                .method(
                        "GET",
                        "/things/{code}",
                        method -> method.requestParameters(Map.of("method.request.path.code", true)))
                .integration(
                        "GET",
                        "/things/{code}",
                        integration -> integration
                                .type(IntegrationType.HTTP)
                                .integrationHttpMethod("GET")
                                .uri(HOST + "/status/{code}")
                                .requestParameters(Map.of("integration.request.path.code", "method.request.path.code")))
                .response("GET", "/things/{code}", "200", response -> {})
                .response(
                        "GET",
                        "/things/{code}",
                        "410",
                        response -> response.selectionPattern("4\\d{2}")
                                .responseTemplates(
                                        Map.of("application/json", "{\"gone\": \"$input.path('$.error')\"}")))
                .response("GET", "/things/{code}", "502", response -> response.selectionPattern("5\\d{2}"));
        api.deploy("test");

        Visitor.Answer fine = visitor.get(at(api, "/things/201"));
        Visitor.Answer gone = visitor.get(at(api, "/things/404"));
        Visitor.Answer broken = visitor.get(at(api, "/things/503"));

        assertThat(fine.status()).isEqualTo(200);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).isEqualTo("{\"gone\": \"status 404\"}");
        assertThat(broken.status()).isEqualTo(502);
        assertThat(broken.body()).isEqualTo("{\"error\":\"status 503\"}");
    }

    @Test
    void anHttpProxyHandsRequestAndAnswerOnAsTheyAre() throws Exception {
        DeployedApi api = DeployedApi.create(client, "proxy")
                .method(
                        "ANY",
                        "/{proxy+}",
                        method -> method.requestParameters(Map.of("method.request.path.proxy", true)))
                .integration(
                        "ANY",
                        "/{proxy+}",
                        integration -> integration
                                .type(IntegrationType.HTTP_PROXY)
                                .integrationHttpMethod("ANY")
                                .uri(HOST + "/{proxy}")
                                .requestParameters(
                                        Map.of("integration.request.path.proxy", "method.request.path.proxy")));
        api.deploy("test");

        Visitor.Answer echo = visitor.post(at(api, "/echo/a/b?x=1&y=two"), "hello", "X-Mine", "yes");
        Backend.Seen seen = BACKEND.last();
        Visitor.Answer notFound = visitor.get(at(api, "/status/404"));

        assertThat(echo.status()).isEqualTo(200);
        assertThat(seen.verb()).isEqualTo("POST");
        assertThat(seen.path()).isEqualTo("/echo/a/b");
        assertThat(seen.query()).isEqualTo("x=1&y=two");
        assertThat(seen.body()).isEqualTo("hello");
        assertThat(seen.header("X-Mine")).isEqualTo("yes");
        assertThat(seen.header("x-amzn-apigateway-api-id")).isEqualTo(api.id());
        assertThat(seen.header("x-amzn-trace-id")).isNotBlank();
        assertThat(notFound.status()).isEqualTo(404);
        assertThat(notFound.body()).isEqualTo("{\"error\":\"status 404\"}");
        assertThat(notFound.header("x-amzn-Remapped-Date")).isNotBlank();
    }

    @Test
    void stageVariablesInAUriFollowUpdateStageWithoutADeployment() throws Exception {
        DeployedApi api = DeployedApi.create(client, "variables")
                .proxy("GET", "/users", "http://${stageVariables.host}/${stageVariables.path}");
        String deployment = api.deploy("unset");
        client.createStage(request -> request.restApiId(api.id())
                .stageName("test")
                .deploymentId(deployment)
                .variables(Map.of("host", Backend.NAME, "path", "echo/one")));

        assertThat(visitor.get(at(api, "/users")).json().get("path").asText()).isEqualTo("/echo/one");
        api.replaceInStage("test", "/variables/path", "echo/two");
        assertThat(visitor.get(at(api, "/users")).json().get("path").asText()).isEqualTo("/echo/two");

        Visitor.Answer undefined = visitor.get(api.address(program.port(), "unset", "/users"));
        assertThat(undefined.status()).isEqualTo(500);
        assertThat(undefined.body()).isEqualTo("{\"message\": \"Internal server error\"}");
        assertThat(undefined.header("x-amzn-ErrorType")).isEqualTo("InternalServerErrorException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void anAnswerIsPackedForAClientThatAsks(String coding) throws Exception {
        assumeTrue(
                !coding.equals("zstd")
                        || System.getProperty("gatehouse.program", "x.jar").endsWith(".jar"),
                "a native binary has no zstd, see limits.md");
        String text = "{\"pets\": \"" + "cats and dogs, ".repeat(100) + "\"}";
        DeployedApi api = DeployedApi.create(client, "packed")
                .fixedAnswer("/made", text)
                .proxy("GET", "/passed", HOST + "/echo/passed");
        client.updateRestApi(request -> request.restApiId(api.id())
                .patchOperations(operation ->
                        operation.op(Op.REPLACE).path("/minimumCompressionSize").value("10")));
        api.deploy("test");

        HttpResponse<byte[]> made = packed(at(api, "/made"), coding);
        assertThat(made.headers().firstValue("Content-Encoding")).contains(coding);
        assertThat(made.body().length).isLessThan(text.length() / 2);
        assertThat(unpacked(made.body(), coding)).isEqualTo(text);
        HttpResponse<byte[]> passed = packed(at(api, "/passed"), coding);
        assertThat(passed.headers().firstValue("Content-Encoding")).contains(coding);
        assertThat(unpacked(passed.body(), coding)).contains("/echo/passed");
    }

    private HttpResponse<byte[]> packed(URI address, String coding) throws Exception {
        return visitor.http()
                .send(Visitor.request(address).header("Accept-Encoding", coding).build(), BodyHandlers.ofByteArray());
    }

    private static String unpacked(byte[] packed, String coding) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(packed);
        Brotli4jLoader.ensureAvailability();
        InputStream plain = switch (coding) {
            case "gzip" -> new GZIPInputStream(in);
            case "deflate" -> new InflaterInputStream(in);
            case "br" -> new BrotliInputStream(in);
            case "zstd" -> new ZstdInputStream(in);
            default -> throw new IllegalArgumentException(coding);
        };
        return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }

    private URI at(DeployedApi api, String path) {
        return api.address(program.port(), "test", path);
    }
}
