// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.client.GatehouseClients;
import io.gatehouse.client.RequestSigner;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import io.gatehouse.testkit.GatehouseStartException;
import io.gatehouse.testkit.GatehouseTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayException;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;

/** The management API's answers that are the same for all operations. */
@GatehouseTest
final class ManagementIT {
    private final GatehouseProgram program;
    private final ApiGatewayClient client;
    private final Visitor visitor = new Visitor();

    ManagementIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @Test
    void anUnsignedCallIsRefusedOnLoopbackToo() throws Exception {
        for (String path : new String[] {"/restapis", "/restapis/abcdefghij/stages", "/apikeys"}) {
            Visitor.Answer answer = visitor.get(URI.create(program.endpoint().uri() + path));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
            assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("MissingAuthenticationTokenException");
        }
    }

    @Test
    void theTrafficPortDoesNotManage() throws Exception {
        String before = client.createRestApi(api -> api.name("untouched")).id();
        var request = Visitor.request(URI.create(program.traffic() + "/restapis/" + before))
                .DELETE()
                .build();

        Visitor.Answer answer =
                visitor.send(RequestSigner.of(program.endpoint(), "apigateway").sign(request));

        assertThat(answer.status()).as(answer.body()).isIn(403, 404);
        assertThat(client.getRestApi(get -> get.restApiId(before)).name()).isEqualTo("untouched");
    }

    @Test
    void accountsSeeOnlyTheirOwnApis() {
        try (ApiGatewayClient one =
                        GatehouseClients.apiGateway(program.endpoint().withCredentials("111111111111", "x"));
                ApiGatewayClient two =
                        GatehouseClients.apiGateway(program.endpoint().withCredentials("222222222222", "x"))) {
            String id = one.createRestApi(api -> api.name("mine")).id();

            assertThat(one.getRestApis().items()).extracting("id").containsExactly(id);
            assertThat(two.getRestApis().items()).isEmpty();
            assertThatThrownBy(() -> two.deleteRestApi(request -> request.restApiId(id)))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("Invalid API identifier specified 222222222222:" + id);
            assertThat(one.getRestApi(request -> request.restApiId(id)).name()).isEqualTo("mine");
        }
    }

    @Test
    void regionsAreApart() {
        try (ApiGatewayClient ireland =
                GatehouseClients.apiGateway(program.endpoint().withRegion("eu-west-1"))) {
            String id = ireland.createRestApi(api -> api.name("irish")).id();

            assertThat(ireland.getRestApis().items()).extracting("id").containsExactly(id);
            assertThatThrownBy(() -> client.getRestApi(request -> request.restApiId(id)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void anUnknownApiIsNamedWithItsAccount() {
        assertThatThrownBy(() -> client.getRestApi(request -> request.restApiId("nosuchapi0")))
                .isInstanceOfSatisfying(NotFoundException.class, refusal -> {
                    assertThat(refusal.statusCode()).isEqualTo(404);
                    assertThat(refusal.awsErrorDetails().errorMessage())
                            .isEqualTo("Invalid API identifier specified 000000000000:nosuchapi0");
                });
    }

    @Test
    void anOperationThatDoesNotExistYetSaysSo() {
        assertThatThrownBy(() -> client.getApiKeys()).isInstanceOfSatisfying(ApiGatewayException.class, refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(501);
            assertThat(refusal.awsErrorDetails().errorMessage()).contains("GetApiKeys");
        });
    }

    @Test
    void aNewApiHasTheModelsThatMethodsRefuseToBeWithout() {
        DeployedApi api = DeployedApi.create(client, "models").method("GET", "/x", method -> {});

        client.putMethodResponse(request -> request.restApiId(api.id())
                .resourceId(api.resource("/x"))
                .httpMethod("GET")
                .statusCode("200")
                .responseModels(java.util.Map.of("application/json", "Empty")));
        client.putMethodResponse(request -> request.restApiId(api.id())
                .resourceId(api.resource("/x"))
                .httpMethod("GET")
                .statusCode("500")
                .responseModels(java.util.Map.of("application/json", "Error")));

        assertThat(client.getMethod(request -> request.restApiId(api.id())
                                .resourceId(api.resource("/x"))
                                .httpMethod("GET"))
                        .methodResponses())
                .containsOnlyKeys("200", "500");
    }

    @Test
    void aValueOfTheWrongJsonTypeIsASerializationException() throws Exception {
        Visitor.Answer answer = post("/restapis", "{\"name\": true}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("x-amzn-ErrorType")).startsWith("SerializationException");
        assertThat(answer.json().get("message").asText())
                .isEqualTo("class java.lang.Boolean can not be converted to an String");
    }

    @Test
    void aMemberThatTheModelDoesNotKnowIsIgnored() throws Exception {
        Visitor.Answer answer = post("/restapis", "{\"name\": \"future\", \"newerThanUs\": {\"a\": [1]}}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().get("name").asText()).isEqualTo("future");
    }

    @Test
    void anUnsignedPageOfABrowserCannotReachIt() throws Exception {
        Visitor.Answer answer = visitor.post(
                URI.create(program.endpoint().uri() + "/restapis"),
                "{\"name\":\"drive-by\"}",
                "Origin",
                "http://evil.example",
                "Content-Type",
                "text/plain");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(client.getRestApisPaginator(request -> request.limit(500)).items())
                .extracting("name")
                .doesNotContain("drive-by");
    }

    @Test
    void aSecondRunOnTheSameDataDirectorySaysSoAndEnds() {
        GatehouseOptions same = GatehouseOptions.defaults().withDataDirectory(program.dataDirectory());

        assertThatThrownBy(() -> GatehouseProgram.start(same))
                .isInstanceOf(GatehouseStartException.class)
                .hasMessageContaining("ended with status 1")
                .hasMessageContaining(program.dataDirectory().toString())
                .hasMessageContaining("in use");
        assertThat(program.isRunning()).isTrue();
        assertThat(client.getRestApis().sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    private Visitor.Answer post(String path, String body) throws Exception {
        var request = Visitor.request(URI.create(program.endpoint().uri() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return visitor.send(RequestSigner.of(program.endpoint(), "apigateway").sign(request));
    }
}
