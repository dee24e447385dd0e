// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.gateway;

import io.gatehouse.benchmarks.Progress;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;

/** The APIs that the gateway serves: one per number of resources, each resource an HTTP_PROXY of the backend. */
final class Definitions {
    static final String STAGE = "bench";

    private final ApiGatewayClient client;
    private final int backendPort;
    private final Progress progress;

    Definitions(ApiGatewayClient client, int backendPort, Progress progress) {
        this.client = client;
        this.backendPort = backendPort;
        this.progress = progress;
    }

    void create(Set<Scenario.Paths> sizes) {
        sizes.forEach(this::create);
    }

    private void create(Scenario.Paths paths) {
        String api = client.createRestApi(request -> request.name(paths.id()).tags(Map.of("_custom_id_", paths.id())))
                .id();
        String root = client.getResources(request -> request.restApiId(api))
                .items()
                .getFirst()
                .id();
        for (int number = 1; number <= paths.number; number++) {
            proxy(api, root, "r" + number, "GET", "/small");
            progress.show("resources of " + paths.id(), number, paths.number);
        }
        proxy(api, root, "down1", "GET", "/down");
        proxy(api, root, "up1", "POST", "/up");
        client.createDeployment(request -> request.restApiId(api).stageName(STAGE));
    }

    private void proxy(String api, String parent, String name, String method, String target) {
        String resource = client.createResource(
                        request -> request.restApiId(api).parentId(parent).pathPart(name))
                .id();
        client.putMethod(request ->
                request.restApiId(api).resourceId(resource).httpMethod(method).authorizationType("NONE"));
        client.putIntegration(request -> request.restApiId(api)
                .resourceId(resource)
                .httpMethod(method)
                .type(IntegrationType.HTTP_PROXY)
                .integrationHttpMethod(method)
                .uri("http://127.0.0.1:" + backendPort + target));
    }
}
