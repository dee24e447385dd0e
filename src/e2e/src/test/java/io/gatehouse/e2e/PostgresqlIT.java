// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;

/** The main job with definitions in PostgreSQL instead of a file. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "skipped: no embedded PostgreSQL")
final class PostgresqlIT {
    private static final Backend BACKEND = Backend.start();
    private static final Postgresql DATABASE = Postgresql.start();

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE =
            GatehouseExtension.with(() -> DATABASE.options().withResolve(Backend.NAME, BACKEND.port()));

    private final GatehouseProgram program;
    private final ApiGatewayClient client;
    private final Visitor visitor = new Visitor();

    PostgresqlIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @AfterAll
    static void stopTheServers() {
        DATABASE.close();
        BACKEND.close();
    }

    @Test
    void theMainJobIsDoneAndSurvivesARestartAndAKill() throws Exception {
        DeployedApi api = DeployedApi.create(client, "MyAPI")
                .method("GET", "/users", method -> method.authorizationType("AWS_IAM"))
                .integration(
                        "GET",
                        "/users",
                        integration -> integration
                                .type(IntegrationType.HTTP)
                                .integrationHttpMethod("GET")
                                .uri("http://" + Backend.NAME + "/users"))
                .response("GET", "/users", "200", response -> {});
        String deployment = api.deploy("prod");
        everyPortServes(api);

        program.restart();
        everyPortServes(api);
        assertThat(stageOf(api)).isEqualTo(deployment);

        api = DeployedApi.of(program.apiGateway(), api.id());
        String second = api.deploy("prod");
        program.kill();
        program.restart();
        everyPortServes(api);
        assertThat(stageOf(api)).isEqualTo(second).isNotEqualTo(deployment);
    }

    @Test
    void noDefinitionIsStoredInTheDataDirectory() throws Exception {
        DeployedApi.create(client, "elsewhere");

        try (Stream<Path> files = Files.walk(program.dataDirectory())) {
            assertThat(files.filter(file -> file.toString().endsWith(".db"))).isEmpty();
        }
    }

    private void everyPortServes(DeployedApi api) throws Exception {
        for (int port : List.of(program.port(), program.trafficPort())) {
            var request = Visitor.request(api.address(port, "prod", "/users")).build();
            Visitor.Answer answer = visitor.send(program.signer().sign(request));

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(Backend.USERS);
        }
    }

    private String stageOf(DeployedApi api) {
        try (ApiGatewayClient reconnected = program.apiGateway()) {
            return reconnected
                    .getStage(request -> request.restApiId(api.id()).stageName("prod"))
                    .deploymentId();
        }
    }
}
