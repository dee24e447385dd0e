// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.testkit.GatehouseProgram;
import io.gatehouse.testkit.GatehouseTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayException;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;

/** A stage serves its deployment, whole, and nothing else. */
@GatehouseTest
final class DeploymentsIT {
    private final GatehouseProgram program;
    private final ApiGatewayClient client;
    private final Visitor visitor = new Visitor();

    DeploymentsIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @Test
    void aChangeOfTheDefinitionIsNotServedUntilItIsDeployed() throws Exception {
        DeployedApi api = DeployedApi.create(client, "changes").fixedAnswer("/text", "one");
        api.deploy("test");

        change(api, "two");
        api.fixedAnswer("/other", "new");

        assertThat(text(api, "test")).isEqualTo("one");
        assertThat(visitor.get(api.address(program.port(), "test", "/other")).status())
                .isEqualTo(403);

        api.deploy("test");

        assertThat(text(api, "test")).isEqualTo("two");
        assertThat(visitor.get(api.address(program.port(), "test", "/other")).body())
                .isEqualTo("new");
    }

    @Test
    void rollingBackIsOneUpdateStage() throws Exception {
        DeployedApi api = DeployedApi.create(client, "rollback").fixedAnswer("/text", "one");
        String first = api.deploy("test");
        change(api, "two");
        String second = api.deploy("test");
        assertThat(text(api, "test")).isEqualTo("two");

        api.replaceInStage("test", "/deploymentId", first);
        assertThat(text(api, "test")).isEqualTo("one");

        api.replaceInStage("test", "/deploymentId", second);
        assertThat(text(api, "test")).isEqualTo("two");
        assertThat(client.getStage(request -> request.restApiId(api.id()).stageName("test"))
                        .deploymentId())
                .isEqualTo(second);
    }

    @Test
    void stagesOfOneApiServeDifferentDeployments() throws Exception {
        DeployedApi api = DeployedApi.create(client, "stages").fixedAnswer("/text", "one");
        api.deploy("old");
        change(api, "two");
        api.deploy("new");

        assertThat(text(api, "old")).isEqualTo("one");
        assertThat(text(api, "new")).isEqualTo("two");
    }

    @Test
    void aStageCannotBeMovedToADeploymentThatIsNotThere() throws Exception {
        DeployedApi api = DeployedApi.create(client, "unknown").fixedAnswer("/text", "one");
        String first = api.deploy("test");

        assertThatThrownBy(() -> client.updateStage(request -> request.restApiId(api.id())
                        .stageName("test")
                        .patchOperations(patch("/variables/kept", "no"), patch("/deploymentId", "nope00"))))
                .isInstanceOfSatisfying(
                        ApiGatewayException.class,
                        refusal -> assertThat(refusal.statusCode()).isBetween(400, 404));

        var stage = client.getStage(request -> request.restApiId(api.id()).stageName("test"));
        assertThat(stage.deploymentId()).isEqualTo(first);
        assertThat(stage.variables())
                .as("a refused list of patches changes nothing")
                .isEmpty();
        assertThat(text(api, "test")).isEqualTo("one");
    }

    @Test
    void aDeletedApiIsServedNoLonger() throws Exception {
        DeployedApi api = DeployedApi.create(client, "deleted").fixedAnswer("/text", "one");
        api.deploy("test");
        assertThat(text(api, "test")).isEqualTo("one");

        client.deleteRestApi(request -> request.restApiId(api.id()));

        Visitor.Answer answer = visitor.get(api.address(program.port(), "test", "/text"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
    }

    private void change(DeployedApi api, String text) {
        api.integrationResponse(
                "GET", "/text", "200", response -> response.responseTemplates(Map.of("application/json", text)));
    }

    private String text(DeployedApi api, String stage) throws Exception {
        Visitor.Answer answer = visitor.get(api.address(program.port(), stage, "/text"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static PatchOperation patch(String path, String value) {
        return PatchOperation.builder().op(Op.REPLACE).path(path).value(value).build();
    }
}
