// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.publish.Publication;
import io.gatehouse.contract.publish.Publications;
import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.FrozenGatewayResponse;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.FrozenModel;
import io.gatehouse.contract.rest.FrozenRequestValidator;
import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.contract.rest.Owner;
import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.contract.sigv4.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Request validation and gateway responses, from a frozen definition to what a client gets. */
final class ValidationIT {
    private static final String MODELS = "https://apigateway.amazonaws.com/restapis/" + Definitions.API + "/models/";

    private final SlowBackend backend = new SlowBackend();
    private final DataPlane plane = DataPlane.create(
            DataPlaneOptions.defaults().withResolve(Map.of(SlowBackend.NAME, backend.address())),
            published(),
            Credentials.development(),
            Clock.systemUTC());
    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    ValidationIT() throws Exception {}

    private static Publications published() {
        FrozenResource pets = validated(Definitions.mock("/pets", "fine"), "all");
        FrozenResource odd = validated(Definitions.mock("/odd", "fine"), "broken");
        FrozenResource proxied = validated(
                Definitions.proxy("/backend/{proxy+}", "NONE", "http://" + SlowBackend.NAME + "/{proxy}"), "body");
        FrozenApi api = new FrozenApi(
                FrozenApi.CURRENT_FORMAT,
                Definitions.API,
                "pets",
                "HEADER",
                false,
                List.of(),
                null,
                null,
                List.of(pets, odd, proxied),
                List.of(
                        model(
                                "Pet",
                                "{'type':'object','required':['name'],'properties':{"
                                        + "'name':{'type':'string','maxLength':200000},"
                                        + "'friends':{'type':'array','items':{'$ref':'" + MODELS + "Pet'}}}}"),
                        model("Broken", "no schema")),
                List.of(
                        new FrozenRequestValidator("all", true, true),
                        new FrozenRequestValidator("broken", true, false),
                        new FrozenRequestValidator("body", true, false)),
                List.of(
                        new FrozenGatewayResponse(
                                "BAD_REQUEST_BODY",
                                "422",
                                Map.of("gatewayresponse.header.X-Path", "context.resourcePath"),
                                Map.of(
                                        "application/json",
                                        "{\"message\":$context.error.messageString,"
                                                + "\"errors\":\"$context.error.validationErrorString\"}")),
                        new FrozenGatewayResponse(
                                "DEFAULT_4XX",
                                null,
                                Map.of("gatewayresponse.header.Access-Control-Allow-Origin", "'*'"),
                                Map.of())));
        StageSnapshot stage = new StageSnapshot(
                new StageKey(Definitions.API, "prod"),
                new Owner("000000000000", "us-east-1"),
                "dep1",
                api,
                StageSettings.of(Map.of()),
                null);
        List<Publication> all = List.of(new Publication.Published(1, stage));
        return sequence -> sequence < 1 ? all : List.of();
    }

    private static FrozenModel model(String name, String schema) {
        return new FrozenModel(name, "application/json", null, schema.replace('\'', '"'));
    }

    private static FrozenResource validated(FrozenResource resource, String validator) {
        return new FrozenResource(
                resource.id(),
                resource.path(),
                resource.methods().stream()
                        .map(method -> new FrozenMethod(
                                method.httpMethod(),
                                method.authorizationType(),
                                method.authorizerId(),
                                method.authorizationScopes(),
                                method.apiKeyRequired(),
                                method.operationName(),
                                validator,
                                Map.of("method.request.querystring.kind", true, "method.request.header.X-Who", true),
                                Map.of("application/json", validator.equals("broken") ? "Broken" : "Pet"),
                                method.methodResponses(),
                                method.integration()))
                        .collect(Collectors.toList()));
    }

    @BeforeEach
    void serve() {
        plane.catchUp();
        port = plane.listen("127.0.0.1", 0);
    }

    @AfterEach
    void close() throws Exception {
        plane.close(Duration.ZERO);
        backend.close();
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port + "/restapis/" + Definitions.API + "/prod/_user_request_" + path))
                .POST(BodyPublishers.ofString(body));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    @Test
    void aRequestThatIsRightIsServed() throws Exception {
        HttpResponse<String> answer = post("/pets?kind=dog", "{\"name\":\"Rex\"}", "X-Who", "me");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("fine");
    }

    @Test
    void missingParametersAreToldBeforeTheBodyIsLookedAt() throws Exception {
        HttpResponse<String> answer = post("/pets?kind=", "no JSON");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Missing required request parameters: [X-Who, kind]\"}");
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("BadRequestException");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void aBodyThatDoesNotKeepToItsModelIsRefusedAsTheApiWordsIt() throws Exception {
        HttpResponse<String> answer = post("/pets?kind=dog", "{\"name\":\"Rex\",\"friends\":[{}]}", "X-Who", "me");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .isEqualTo("{\"message\":\"Invalid request body\",\"errors\":"
                        + "\"[object has missing required properties ([\"name\"])]\"}");
        assertThat(answer.headers().firstValue("X-Path")).contains("/pets");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void anEmptyBodyIsRefusedToo() throws Exception {
        assertThat(post("/pets?kind=dog", "", "X-Who", "me").statusCode()).isEqualTo(422);
    }

    @Test
    void aLargeBodyIsCheckedAndReachesTheBackendWhole() throws Exception {
        String name = "x".repeat(150_000);
        assertThat(post("/backend/pets", "{\"name\":\"" + name + "\"}").body())
                .startsWith("POST /pets")
                .endsWith(Integer.toString(name.length() + 11));
        assertThat(backend.called).hasValue(1);
        assertThat(post("/backend/pets", "{\"nome\":\"" + name + "\"}").statusCode())
                .isEqualTo(422);
        assertThat(post("/backend/pets", "[".repeat(150_000)).statusCode()).isEqualTo(422);
        assertThat(backend.called).hasValue(1);
    }

    @Test
    void aContentTypeWithoutAModelPasses() throws Exception {
        assertThat(post("/backend/pets", "<pet/>", "Content-Type", "application/xml")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBrokenModelRefusesItsOwnBodiesAlone() throws Exception {
        assertThat(post("/odd", "{}").statusCode()).isEqualTo(422);
        assertThat(post("/odd", "{}").body()).isEqualTo("{\"message\":\"Invalid request body\",\"errors\":\"\"}");
    }

    @Test
    void whatNoRouteTakesIsWordedByTheApiToo() throws Exception {
        HttpResponse<String> answer = post("/nowhere", "");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }
}
