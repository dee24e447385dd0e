// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** The main job: the guide's script, run unchanged with boto3, deploys an API that serves real requests. */
@Needs(Client.BOTO3)
final class MainJobIT {
    private static final String SCRIPT = "seed/aws.py";
    /** With the space that makes AWS's answer 36 bytes long. */
    private static final String INTERNAL_SERVER_ERROR = "{\"message\": \"Internal server error\"}";

    private static final Backend BACKEND = Backend.start();

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE =
            GatehouseExtension.with(() -> GatehouseOptions.defaults().withResolve(Backend.NAME, BACKEND.port()));

    private final GatehouseProgram program;
    private final ApiGatewayClient client;
    private final Visitor visitor = new Visitor();

    MainJobIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @AfterAll
    static void stopTheBackend() {
        BACKEND.close();
    }

    @Test
    void theScriptIsTheGuidesToTheByte() throws IOException {
        byte[] script = Files.readAllBytes(Client.resource(SCRIPT));

        assertThat(HexFormat.of().formatHex(Backend.sha256().digest(script)))
                .isEqualTo("5c286c96ef60b54649df713363817f540a4e2d11b003b63d97f9f564fb23b348");
    }

    @Test
    void anUnsignedCallIsRefusedAndNeverReachesTheBackend() throws Exception {
        String api = runTheScript(Client.resource(SCRIPT));
        int before = BACKEND.seen().size();

        Visitor.Answer answer = visitor.get(users(api));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
        assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("MissingAuthenticationTokenException");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("x-amzn-RequestId")).isNotBlank();
        assertThat(answer.header("x-amz-apigw-id")).isNotBlank();
        assertThat(BACKEND.seen()).hasSize(before);
    }

    @Test
    void aTamperedSignatureIsRefusedAndNeverReachesTheBackend() throws Exception {
        String api = runTheScript(Client.resource(SCRIPT));
        int before = BACKEND.seen().size();

        JsonNode answer = invoke(Map.of("url", users(api).toString(), "tamper", true));

        assertThat(answer.get("status").asInt()).isEqualTo(403);
        assertThat(answer.at("/headers/x-amzn-errortype").asText()).isEqualTo("InvalidSignatureException");
        assertThat(answer.get("body").asText())
                .startsWith("{\"message\":\"The request signature we calculated does not match the signature you"
                        + " provided.");
        assertThat(BACKEND.seen()).hasSize(before);
    }

    @Test
    void withoutResponsesASignedCallFailsAsAtAwsAndTheLogNamesTheTwoMissingCalls() throws Exception {
        String api = runTheScript(Client.resource(SCRIPT));
        int lines = program.output().size();

        JsonNode answer = invoke(Map.of("url", users(api).toString()));

        assertIsInternalServerError(answer);
        assertThat(program.awaitOutput(lines, MainJobIT::namesTheMissingCalls, Duration.ofSeconds(5)))
                .as("a line that names PutMethodResponse and PutIntegrationResponse in %s", program.output())
                .isPresent();
    }

    @Test
    void theMissingCallsShowOnlyAfterANewDeployment() throws Exception {
        String api = runTheScript(Client.resource(SCRIPT));

        putTheResponses(api);
        assertIsInternalServerError(invoke(Map.of("url", users(api).toString())));

        deploy(api);
        JsonNode answer = invoke(Map.of("url", users(api).toString()));

        assertIsTheBackendsAnswer(answer);
        assertThat(answer.at("/headers/content-type").asText()).isEqualTo("application/json");
        assertThat(BACKEND.last().path()).isEqualTo("/users");
    }

    @Test
    void everyFormOfTheAddressOnBothPortsServesTheStage() throws Exception {
        String api = runTheScript(Client.resource(SCRIPT));
        putTheResponses(api);
        deploy(api);
        List<Map<String, Object>> wishes = new ArrayList<>();
        for (int port : List.of(program.port(), program.trafficPort())) {
            String base = "http://127.0.0.1:" + port;
            wishes.add(Map.of("url", base + "/prod/users", "host", api + ".execute-api.localhost:" + port));
            wishes.add(Map.of("url", base + "/prod/users", "host", api + ".execute-api.localhost"));
            wishes.add(Map.of("url", base + "/prod/users", "host", api + ".execute-api.us-east-1.amazonaws.com"));
            wishes.add(Map.of("url", base + "/restapis/" + api + "/prod/_user_request_/users"));
            wishes.add(Map.of("url", base + "/_aws/execute-api/" + api + "/prod/users"));
        }

        JsonNode answers = Client.pythonJson(program, "clients/invoke.py", wishes);

        assertThat(answers).hasSize(wishes.size());
        for (int i = 0; i < wishes.size(); i++) {
            assertThat(answers.get(i).get("status").asInt())
                    .as("%s gave %s", wishes.get(i), answers.get(i))
                    .isEqualTo(200);
            assertIsTheBackendsAnswer(answers.get(i));
        }
    }

    @Test
    void anAddressThatBotocorePresignedWorksWithoutAnyHeader() throws Exception {
        String api = runTheScript(Client.resource(SCRIPT));
        putTheResponses(api);
        deploy(api);

        assertIsTheBackendsAnswer(invoke(Map.of("url", users(api).toString(), "presign", true)));
    }

    @Test
    void theSameScriptWithAnHttpProxyIntegrationAnswersAtOnce(@TempDir Path directory) throws Exception {
        String text = Files.readString(Client.resource(SCRIPT));
        Path variant =
                Files.writeString(directory.resolve("proxy.py"), text.replace("type='HTTP',", "type='HTTP_PROXY',"));
        assertThat(variant).content().isNotEqualTo(text);
        String api = runTheScript(variant);

        JsonNode answer = invoke(Map.of("url", users(api).toString()));

        assertIsTheBackendsAnswer(answer);
        assertThat(answer.at("/headers/x-backend").asText())
                .as("a proxy hands the backend's headers on")
                .isEqualTo("users");
    }

    private String runTheScript(Path script) {
        Set<String> before = apis();
        assertThat(Client.python(program, script, "")).isEmpty();
        Set<String> made = apis();
        made.removeAll(before);
        assertThat(made).hasSize(1);
        return made.iterator().next();
    }

    private Set<String> apis() {
        return client.getRestApisPaginator(request -> request.limit(500)).items().stream()
                .filter(api -> "MyAPI".equals(api.name()))
                .map(RestApi::id)
                .collect(Collectors.toSet());
    }

    private void putTheResponses(String api) {
        String users = DeployedApi.of(client, api).resource("/users");
        Map<String, String> method =
                Map.of("restApiId", api, "resourceId", users, "httpMethod", "GET", "statusCode", "200");
        Client.pythonJson(
                program,
                "clients/call.py",
                List.of(List.of("put_method_response", method), List.of("put_integration_response", method)));
    }

    private void deploy(String api) {
        Client.pythonJson(
                program,
                "clients/call.py",
                List.of(List.of("create_deployment", Map.of("restApiId", api, "stageName", "prod"))));
    }

    private JsonNode invoke(Map<String, Object> wish) {
        return Client.pythonJson(program, "clients/invoke.py", List.of(wish)).get(0);
    }

    private URI users(String api) {
        return DeployedApi.of(client, api).address(program.port(), "prod", "/users");
    }

    private static void assertIsInternalServerError(JsonNode answer) {
        assertThat(answer.get("status").asInt()).isEqualTo(500);
        assertThat(answer.get("body").asText()).isEqualTo(INTERNAL_SERVER_ERROR).hasSize(36);
        assertThat(answer.at("/headers/x-amzn-errortype").asText()).isEqualTo("InternalServerErrorException");
    }

    private static void assertIsTheBackendsAnswer(JsonNode answer) {
        assertThat(answer.get("status").asInt()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.get("body").asText()).isEqualTo(Backend.USERS);
    }

    private static boolean namesTheMissingCalls(String line) {
        String plain = line.toLowerCase(Locale.ROOT).replace("_", "");
        return plain.contains("putmethodresponse") && plain.contains("putintegrationresponse");
    }
}
