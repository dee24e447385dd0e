// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main job, done with the AWS CLI. */
@Needs(Client.AWS_CLI)
final class MainJobWithAwsCliIT {
    private static final Backend BACKEND = Backend.start();

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE =
            GatehouseExtension.with(() -> GatehouseOptions.defaults().withResolve(Backend.NAME, BACKEND.port()));

    private final GatehouseProgram program;
    private final Visitor visitor = new Visitor();

    MainJobWithAwsCliIT(GatehouseProgram program) {
        this.program = program;
    }

    @AfterAll
    static void stopTheBackend() {
        BACKEND.close();
    }

    @Test
    void theCliDeploysAnApiThatServesSignedRequestsOnceItsResponsesAreDeployed() throws Exception {
        String api = createRestApi();
        String users = createUsers(api);
        putSignedGet(api, users, "HTTP");
        deploy(api);
        URI address = URI.create(program.traffic() + "/restapis/" + api + "/prod/_user_request_/users");

        assertThat(visitor.get(address).status()).isEqualTo(403);
        assertThat(signed(address).body()).isEqualTo("{\"message\": \"Internal server error\"}");

        cli("put-method-response", api, users, "--http-method", "GET", "--status-code", "200");
        cli("put-integration-response", api, users, "--http-method", "GET", "--status-code", "200");
        assertThat(signed(address).status()).isEqualTo(500);

        deploy(api);
        Visitor.Answer answer = signed(address);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Backend.USERS);
    }

    @Test
    void anHttpProxyIntegrationAnswersAtOnce() throws Exception {
        String api = createRestApi();
        putSignedGet(api, createUsers(api), "HTTP_PROXY");
        deploy(api);

        Visitor.Answer answer =
                signed(URI.create(program.traffic() + "/restapis/" + api + "/prod/_user_request_/users"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Backend.USERS);
    }

    private String createRestApi() {
        var api = Client.cli(
                program,
                "create-rest-api",
                "--name",
                "MyAPI",
                "--description",
                "My API Gateway",
                "--endpoint-configuration",
                "types=REGIONAL");
        assertThat(api.at("/endpointConfiguration/types/0").asText()).isEqualTo("REGIONAL");
        return api.get("id").asText();
    }

    private String createUsers(String api) {
        String root = Client.cli(program, "get-resources", "--rest-api-id", api)
                .at("/items/0/id")
                .asText();
        var users = Client.cli(
                program, "create-resource", "--rest-api-id", api, "--parent-id", root, "--path-part", "users");
        assertThat(users.get("path").asText()).isEqualTo("/users");
        return users.get("id").asText();
    }

    private void putSignedGet(String api, String resource, String type) {
        cli("put-method", api, resource, "--http-method", "GET", "--authorization-type", "AWS_IAM");
        cli(
                "put-integration",
                api,
                resource,
                "--http-method",
                "GET",
                "--type",
                type,
                "--integration-http-method",
                "GET",
                "--uri",
                "http://user-service:8080/users");
    }

    private void deploy(String api) {
        Client.cli(program, "create-deployment", "--rest-api-id", api, "--stage-name", "prod");
    }

    private void cli(String operation, String api, String resource, String... more) {
        String[] words = new String[5 + more.length];
        words[0] = operation;
        words[1] = "--rest-api-id";
        words[2] = api;
        words[3] = "--resource-id";
        words[4] = resource;
        System.arraycopy(more, 0, words, 5, more.length);
        Client.cli(program, words);
    }

    private Visitor.Answer signed(URI address) throws Exception {
        return visitor.send(program.signer().sign(Visitor.request(address).build()));
    }
}
