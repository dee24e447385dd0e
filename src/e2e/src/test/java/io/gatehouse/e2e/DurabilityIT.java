// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseProgram;
import io.gatehouse.testkit.GatehouseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** What has been acknowledged is still there, and still served, after the program ended in whatever way. */
@GatehouseTest
final class DurabilityIT {
    private static final int APIS = 10;

    private final GatehouseProgram program;
    private final ApiGatewayClient client;
    private final Visitor visitor = new Visitor();

    DurabilityIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @Test
    void aRestartServesAgainWithoutADeployment() throws Exception {
        DeployedApi api = DeployedApi.create(client, "restart").fixedAnswer("/text", "deployed");
        api.deploy("test");
        api.integrationResponse(
                "GET",
                "/text",
                "200",
                response -> response.responseTemplates(Map.of("application/json", "not deployed")));

        program.restart();

        for (int port : List.of(program.port(), program.trafficPort())) {
            Visitor.Answer answer = visitor.get(api.address(port, "test", "/text"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("deployed");
        }
        assertThat(reconnected()
                        .getRestApi(request -> request.restApiId(api.id()))
                        .name())
                .isEqualTo("restart");
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        List<DeployedApi> apis = new ArrayList<>();
        for (int i = 0; i < APIS; i++) {
            DeployedApi api = DeployedApi.create(client, "kill " + i).fixedAnswer("/text", "text " + i);
            api.deploy("test");
            apis.add(api);
        }
        // The last acknowledged change is the one that a lost write would lose.
        DeployedApi last = apis.getLast();
        last.integrationResponse(
                "GET", "/text", "200", response -> response.responseTemplates(Map.of("application/json", "latest")));
        String latest = last.deploy("test");

        program.kill();
        program.restart();

        ApiGatewayClient reconnected = reconnected();
        assertThat(reconnected
                        .getStage(request -> request.restApiId(last.id()).stageName("test"))
                        .deploymentId())
                .isEqualTo(latest);
        for (int i = 0; i < APIS - 1; i++) {
            assertThat(text(apis.get(i))).isEqualTo("text " + i);
        }
        assertThat(text(last)).isEqualTo("latest");
        DeployedApi another = DeployedApi.create(reconnected, "after").fixedAnswer("/text", "after the kill");
        another.deploy("test");
        assertThat(text(another)).isEqualTo("after the kill");
    }

    /** The connections that a client has kept belong to the program that is gone. */
    private ApiGatewayClient reconnected() {
        return program.apiGateway();
    }

    private String text(DeployedApi api) throws Exception {
        return visitor.get(api.address(program.port(), "test", "/text")).body();
    }
}
