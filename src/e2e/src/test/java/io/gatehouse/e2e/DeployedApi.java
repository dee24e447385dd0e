// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationResponseRequest;
import software.amazon.awssdk.services.apigateway.model.PutMethodRequest;

/** An API that a test builds through the management API, method by method. */
final class DeployedApi {
    private final ApiGatewayClient client;
    private final String id;
    private final Map<String, String> resources = new HashMap<>();

    private DeployedApi(ApiGatewayClient client, String id) {
        this.client = client;
        this.id = id;
    }

    /** A new API with nothing but its root resource. */
    static DeployedApi create(ApiGatewayClient client, String name) {
        return of(client, client.createRestApi(api -> api.name(name)).id());
    }

    /** An API that exists. */
    static DeployedApi of(ApiGatewayClient client, String id) {
        DeployedApi api = new DeployedApi(client, id);
        client.getResources(request -> request.restApiId(id))
                .items()
                .forEach(resource -> api.resources.put(resource.path(), resource.id()));
        return api;
    }

    String id() {
        return id;
    }

    /** The id of the resource at a path, made with its parents if need be. */
    String resource(String path) {
        String known = resources.get(path);
        if (known != null) {
            return known;
        }
        int slash = path.lastIndexOf('/');
        String parent = resource(slash == 0 ? "/" : path.substring(0, slash));
        String made = client.createResource(
                        request -> request.restApiId(id).parentId(parent).pathPart(path.substring(slash + 1)))
                .id();
        resources.put(path, made);
        return made;
    }

    DeployedApi method(String verb, String path, Consumer<PutMethodRequest.Builder> more) {
        String resource = resource(path);
        client.putMethod(request -> {
            request.restApiId(id).resourceId(resource).httpMethod(verb).authorizationType("NONE");
            more.accept(request);
        });
        return this;
    }

    DeployedApi integration(String verb, String path, Consumer<PutIntegrationRequest.Builder> more) {
        client.putIntegration(request -> {
            request.restApiId(id).resourceId(resource(path)).httpMethod(verb);
            more.accept(request);
        });
        return this;
    }

    /** An open method whose requests go through to a URI as they are. */
    DeployedApi proxy(String verb, String path, String uri) {
        return method(verb, path, method -> {})
                .integration(
                        verb,
                        path,
                        integration -> integration
                                .type(IntegrationType.HTTP_PROXY)
                                .integrationHttpMethod(verb)
                                .uri(uri));
    }

    /** Declares a status of the method and the integration response that leads to it. */
    DeployedApi response(
            String verb, String path, String status, Consumer<PutIntegrationResponseRequest.Builder> more) {
        client.putMethodResponse(request -> request.restApiId(id)
                .resourceId(resource(path))
                .httpMethod(verb)
                .statusCode(status));
        return integrationResponse(verb, path, status, more);
    }

    DeployedApi integrationResponse(
            String verb, String path, String status, Consumer<PutIntegrationResponseRequest.Builder> more) {
        client.putIntegrationResponse(request -> {
            request.restApiId(id).resourceId(resource(path)).httpMethod(verb).statusCode(status);
            more.accept(request);
        });
        return this;
    }

    /** An open GET that answers a fixed text without a backend. */
    DeployedApi fixedAnswer(String path, String text) {
        return method("GET", path, method -> {})
                .integration(
                        "GET",
                        path,
                        integration -> integration
                                .type(IntegrationType.MOCK)
                                .requestTemplates(Map.of("application/json", "{\"statusCode\": 200}")))
                .response("GET", path, "200", response -> response.responseTemplates(Map.of("application/json", text)));
    }

    /** Freezes the definition and points a stage, made if need be, to it; the deployment's id. */
    String deploy(String stage) {
        return client.createDeployment(request -> request.restApiId(id).stageName(stage))
                .id();
    }

    /** One UpdateStage with one replace. */
    DeployedApi replaceInStage(String stage, String path, String value) {
        client.updateStage(request -> request.restApiId(id)
                .stageName(stage)
                .patchOperations(PatchOperation.builder()
                        .op(Op.REPLACE)
                        .path(path)
                        .value(value)
                        .build()));
        return this;
    }

    /** The address of a path within a stage on a port of the program, in the form that needs no host name. */
    URI address(int port, String stage, String path) {
        return URI.create("http://127.0.0.1:" + port + "/restapis/" + id + "/" + stage + "/_user_request_" + path);
    }
}
