// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.client.GatehouseClients;
import io.gatehouse.client.GatehouseEndpoint;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayException;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;

/** With a credentials file its keys, and only they, manage and call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CredentialsFileIT {
    private static final String ADAS_KEY = "AKIAADAADAADAADAADA1";
    private static final String ADAS_SECRET = "ada/secret+of=forty-characters-0123456789";
    private static final String GRACES_KEY = "AKIAGRACEGRACEGRACE1";
    private static final String GRACES_SECRET = "grace-secret";

    private final GatehouseProgram program;
    private final Visitor visitor = new Visitor();

    CredentialsFileIT(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(
                directory.resolve("credentials"), """
                [ada]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                aws_account_id = 111111111111

                [grace]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                aws_account_id = 222222222222
                """.formatted(ADAS_KEY, ADAS_SECRET, GRACES_KEY, GRACES_SECRET));
        program = GatehouseProgram.start(GatehouseOptions.defaults().withArguments("--credentials", file.toString()));
    }

    @BeforeAll
    void theKeysAreNotPrinted() {
        assertThat(String.join("\n", program.output())).doesNotContain(ADAS_SECRET, GRACES_SECRET);
    }

    @AfterAll
    void stop() throws InterruptedException {
        program.close();
    }

    @Test
    void aKeyOfTheFileManagesItsOwnAccount() {
        try (ApiGatewayClient ada = GatehouseClients.apiGateway(adas());
                ApiGatewayClient grace = GatehouseClients.apiGateway(graces())) {
            String id = ada.createRestApi(api -> api.name("Ada's")).id();

            assertThat(ada.getRestApi(request -> request.restApiId(id)).name()).isEqualTo("Ada's");
            assertThatThrownBy(() -> grace.getRestApi(request -> request.restApiId(id)))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("222222222222:" + id);
        }
    }

    @Test
    void theDevelopmentKeyIsUnknown() {
        try (ApiGatewayClient stranger = GatehouseClients.apiGateway(program.endpoint())) {
            assertThatThrownBy(stranger::getRestApis).isInstanceOfSatisfying(ApiGatewayException.class, refusal -> {
                assertThat(refusal.statusCode()).isEqualTo(403);
                assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("UnrecognizedClientException");
            });
        }
    }

    @Test
    void aKeyOfTheFileCallsAnIamMethod() throws Exception {
        try (ApiGatewayClient ada = GatehouseClients.apiGateway(adas())) {
            DeployedApi api = DeployedApi.create(ada, "closed");
            api.fixedAnswer("/open", "open");
            api.method("GET", "/closed", method -> method.authorizationType("AWS_IAM"))
                    .integration(
                            "GET",
                            "/closed",
                            integration -> integration
                                    .type("MOCK")
                                    .requestTemplates(java.util.Map.of("application/json", "{\"statusCode\": 200}")))
                    .response("GET", "/closed", "200", response -> {});
            api.deploy("test");
            URI address = api.address(program.trafficPort(), "test", "/closed");

            var adasCall = GatehouseClients.invocations(adas())
                    .sign(Visitor.request(address).build());
            var developmentCall = program.signer().sign(Visitor.request(address).build());

            assertThat(visitor.send(adasCall).status()).isEqualTo(200);
            assertThat(visitor.send(developmentCall).header("x-amzn-ErrorType"))
                    .isEqualTo("UnrecognizedClientException");
        }
    }

    private GatehouseEndpoint adas() {
        return program.endpoint().withCredentials(ADAS_KEY, ADAS_SECRET);
    }

    private GatehouseEndpoint graces() {
        return program.endpoint().withCredentials(GRACES_KEY, GRACES_SECRET);
    }
}
