// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseProgram;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.Deployment;
import software.amazon.awssdk.services.apigateway.model.GetStageResponse;
import software.amazon.awssdk.services.apigateway.model.IntegrationResponse;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.Resource;

/**
 * A client that changes an API until the program is gone, and remembers what was acknowledged. What it had asked for last may
 * have been done or not; everything before has to be there.
 *
 * <pre>
 *   round k:  text k -> deployment -> stage variable k -> a resource with a method -> (some rounds) deletions, another API
 * </pre>
 */
final class PromisedWriter {
    private static final String UNFINISHED = "No integration defined for method";

    private final String apiId;
    private final String name;
    private final DeployedApi api;
    private final ApiGatewayClient client;
    /** The texts that its deployments froze. */
    private final Map<String, Integer> deployments = new HashMap<>();

    private final Map<String, String> resources = new HashMap<>();
    private final Set<String> methods = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    private final Set<String> otherApis = new HashSet<>();
    private final Set<String> deletedApis = new HashSet<>();
    private int round;
    private int text;
    private int variable;
    private int acknowledged;
    private @Nullable String latestDeployment;
    private @Nullable String pendingDeletion;
    private boolean deploying;
    private @Nullable Throwable failure;

    /** A writer with a path and a stage of its own in an API, which others may write to as well. */
    PromisedWriter(ApiGatewayClient client, String apiId, String name) {
        this.client = client;
        this.apiId = apiId;
        this.name = name;
        this.api = DeployedApi.of(client, apiId).fixedAnswer("/" + name, answer(0));
    }

    /** Before anyone else writes: something to lose. */
    void deployFirst() {
        latestDeployment = api.deploy(name);
        deployments.put(latestDeployment, 0);
        setVariable(0);
    }

    /** Writes until the connection breaks. */
    void writeUntilTheEnd() {
        try {
            while (true) {
                round++;
                writeARound();
            }
        } catch (SdkClientException theProgramIsGone) {
            // What was asked for last has no answer.
        } catch (RuntimeException | AssertionError e) {
            failure = e;
        }
    }

    /** How many changes were acknowledged. */
    int acknowledged() {
        return acknowledged;
    }

    /** Everything that was acknowledged is there, and its stage serves what it says it serves. */
    void check(GatehouseProgram program, ApiGatewayClient reconnected) throws Exception {
        assertThat(failure).as("no call is refused, by %s", name).isNull();
        checkResources(reconnected);
        checkApis(reconnected);
        Set<String> known = reconnected
                .getDeployments(request -> request.restApiId(apiId).limit(500))
                .items()
                .stream()
                .map(Deployment::id)
                .collect(Collectors.toSet());
        assertThat(known).as("deployments of %s", name).containsAll(deployments.keySet());
        GetStageResponse stage =
                reconnected.getStage(request -> request.restApiId(apiId).stageName(name));
        assertThat(known).as("the stage %s points at a deployment", name).contains(stage.deploymentId());
        if (!deploying) {
            assertThat(stage.deploymentId()).isEqualTo(latestDeployment);
        }
        Integer frozen = deployments.get(stage.deploymentId());
        assertThat(frozen != null || deploying)
                .as("the stage's deployment is known")
                .isTrue();
        int served = frozen == null ? text : frozen;
        String shown = stage.variables().get("round");
        assertThat(shown).as("variable of %s", name).isIn(Integer.toString(variable), Integer.toString(round));
        for (int port : List.of(program.port(), program.trafficPort())) {
            assertThat(new Visitor().get(api.address(port, name, "/" + name)).body())
                    .isEqualTo("text " + served + " round " + shown);
        }
    }

    private void checkResources(ApiGatewayClient reconnected) {
        Map<String, Resource> there =
                reconnected
                        .getResources(request ->
                                request.restApiId(apiId).embed("methods").limit(500))
                        .items()
                        .stream()
                        .collect(Collectors.toMap(Resource::id, resource -> resource));
        assertThat(Collections.disjoint(there.keySet(), deleted))
                .as("all that %s deleted is gone", name)
                .isTrue();
        resources.forEach((id, path) -> {
            if (id.equals(pendingDeletion)) {
                return;
            }
            Resource resource = found(there.get(id), path);
            assertThat(resource.path()).isEqualTo(path);
            if (methods.contains(id)) {
                Method method = found(resource.resourceMethods().get("GET"), "GET " + path);
                assertThat(method.methodResponses()).containsKey("200");
                assertThat(method.methodIntegration().type()).isEqualTo(IntegrationType.MOCK);
            }
        });
        Resource own = there.values().stream()
                .filter(resource -> resource.path().equals("/" + name))
                .findFirst()
                .orElseThrow();
        Method method = found(own.resourceMethods().get("GET"), "GET /" + name);
        IntegrationResponse response =
                found(method.methodIntegration().integrationResponses().get("200"), "200 of /" + name);
        assertThat(response.responseTemplates().get("application/json")).isIn(answer(text), answer(round));
    }

    private static <T> T found(@Nullable T value, String what) {
        assertThat(value).as(what).isNotNull();
        return Objects.requireNonNull(value);
    }

    private void checkApis(ApiGatewayClient reconnected) {
        Set<String> there = reconnected.getRestApisPaginator(request -> request.limit(500)).items().stream()
                .map(each -> each.id())
                .collect(Collectors.toSet());
        Set<String> expected = new HashSet<>(otherApis);
        if (pendingDeletion != null) {
            expected.remove(pendingDeletion);
        }
        expected.add(apiId);
        assertThat(there).as("APIs of %s", name).containsAll(expected);
        assertThat(Collections.disjoint(there, deletedApis))
                .as("all APIs that %s deleted are gone", name)
                .isTrue();
    }

    private void writeARound() {
        api.integrationResponse(
                "GET",
                "/" + name,
                "200",
                response -> response.responseTemplates(Map.of("application/json", answer(round))));
        text = round;
        acknowledged++;
        deploy();
        setVariable(round);
        String path = "/" + name + "/r" + round;
        String resource = api.resource(path);
        resources.put(resource, path);
        api.fixedAnswer(path, "text");
        methods.add(resource);
        acknowledged += 5;
        if (round % 3 == 0) {
            delete(resource);
        }
        if (round % 4 == 0) {
            anotherApi();
        }
    }

    private void deploy() {
        deploying = true;
        try {
            String made = api.deploy(name);
            deployments.put(made, text);
            latestDeployment = made;
            acknowledged++;
        } catch (BadRequestException e) {
            // Another writer of this API was between PutMethod and PutIntegration.
            if (!String.valueOf(e.getMessage()).contains(UNFINISHED)) {
                throw e;
            }
        }
        deploying = false;
    }

    private void delete(String resource) {
        pendingDeletion = resource;
        client.deleteResource(request -> request.restApiId(apiId).resourceId(resource));
        pendingDeletion = null;
        resources.remove(resource);
        deleted.add(resource);
        acknowledged++;
    }

    private void anotherApi() {
        String other = client.createRestApi(request -> request.name(name + " " + round))
                .id();
        otherApis.add(other);
        acknowledged++;
        if (round % 8 == 0) {
            pendingDeletion = other;
            client.deleteRestApi(request -> request.restApiId(other));
            pendingDeletion = null;
            otherApis.remove(other);
            deletedApis.add(other);
            acknowledged++;
        }
    }

    private void setVariable(int value) {
        client.updateStage(request -> request.restApiId(apiId)
                .stageName(name)
                .patchOperations(PatchOperation.builder()
                        .op(Op.REPLACE)
                        .path("/variables/round")
                        .value(Integer.toString(value))
                        .build()));
        variable = value;
        acknowledged++;
    }

    private static String answer(int number) {
        return "text " + number + " round $stageVariables.round";
    }
}
