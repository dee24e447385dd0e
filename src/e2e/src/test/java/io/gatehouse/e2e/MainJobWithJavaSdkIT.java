// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.CreateRestApiResponse;
import software.amazon.awssdk.services.apigateway.model.EndpointType;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;

/** The main job, done with the AWS SDK for Java v2 and the signer of the client module. */
final class MainJobWithJavaSdkIT {
    private static final Backend BACKEND = Backend.start();

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE =
            GatehouseExtension.with(() -> GatehouseOptions.defaults().withResolve(Backend.NAME, BACKEND.port()));

    private final GatehouseProgram program;
    private final ApiGatewayClient client;
    private final Visitor visitor = new Visitor();

    MainJobWithJavaSdkIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @AfterAll
    static void stopTheBackend() {
        BACKEND.close();
    }

    @Test
    void theSdkDeploysAnApiThatServesSignedRequestsOnceItsResponsesAreDeployed() throws Exception {
        DeployedApi api = usersApi(IntegrationType.HTTP);
        api.deploy("prod");
        URI address = api.address(program.trafficPort(), "prod", "/users");

        assertThat(visitor.get(address).body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
        assertThat(signed(address).body()).isEqualTo("{\"message\": \"Internal server error\"}");

        api.response("GET", "/users", "200", response -> {});
        assertThat(signed(address).status()).isEqualTo(500);

        api.deploy("prod");
        Visitor.Answer answer = signed(address);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Backend.USERS);
        assertThat(answer.header("X-Backend"))
                .as("an HTTP integration hands no header on that is not mapped")
                .isNull();
    }

    @Test
    void anHttpProxyIntegrationAnswersAtOnceByHostNameToo() throws Exception {
        DeployedApi api = usersApi(IntegrationType.HTTP_PROXY);
        api.deploy("prod");

        for (int port : new int[] {program.port(), program.trafficPort()}) {
            var request = Visitor.request(URI.create("http://127.0.0.1:" + port + "/prod/users"))
                    .header("Host", api.id() + ".execute-api.localhost:" + port)
                    .build();
            Visitor.Answer answer = visitor.send(program.signer().sign(request));

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(Backend.USERS);
            assertThat(answer.header("X-Backend")).isEqualTo("users");
        }
    }

    @Test
    void aPresignedAddressNeedsNoHeader() throws Exception {
        DeployedApi api = usersApi(IntegrationType.HTTP_PROXY);
        api.deploy("prod");
        URI address = api.address(program.trafficPort(), "prod", "/users");

        Visitor.Answer answer = visitor.get(program.signer().presign(address, Duration.ofMinutes(5)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private DeployedApi usersApi(IntegrationType type) {
        CreateRestApiResponse created = client.createRestApi(request -> request.name("MyAPI")
                .description("My API Gateway")
                .endpointConfiguration(endpoint -> endpoint.types(EndpointType.REGIONAL)));
        assertThat(created.id()).matches("[a-z0-9]{10}");
        assertThat(created.createdDate()).isNotNull();
        assertThat(created.endpointConfiguration().types()).containsExactly(EndpointType.REGIONAL);
        return DeployedApi.of(client, created.id())
                .method("GET", "/users", method -> method.authorizationType("AWS_IAM"))
                .integration(
                        "GET",
                        "/users",
                        integration -> integration
                                .type(type)
                                .integrationHttpMethod("GET")
                                .uri("http://" + Backend.NAME + "/users"));
    }

    private Visitor.Answer signed(URI address) throws Exception {
        return visitor.send(program.signer().sign(Visitor.request(address).build()));
    }
}
