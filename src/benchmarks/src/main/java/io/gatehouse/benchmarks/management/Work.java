// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.management;

import io.gatehouse.client.RequestSigner;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** The calls of a measurement, by operation: what a script that builds an API does, and what a tool that looks at it does. */
final class Work {
    private static final int SHOWN_RESOURCES = 24;

    private final RequestSigner signer;
    private final URI endpoint;
    private final ApiGatewayClient client;
    private final int calls;

    /** @param calls how many of each operation */
    Work(RequestSigner signer, URI endpoint, ApiGatewayClient client, int calls) {
        this.signer = signer;
        this.endpoint = endpoint;
        this.client = client;
        this.calls = calls;
    }

    /** Makes the APIs that the calls are about, then the calls themselves. */
    Map<String, List<Call>> prepare() {
        String small = newApi();
        String root = rootOf(small);
        IntStream.range(0, SHOWN_RESOURCES)
                .forEach(number -> client.createResource(
                        request -> request.restApiId(small).parentId(root).pathPart("shown" + number)));
        String growing = newApi();
        String parent = rootOf(growing);
        List<String> leaves = new ArrayList<>();
        String bare = newApi();
        String above = rootOf(bare);
        for (int number = 0; number < calls; number++) {
            String part = "leaf" + number;
            leaves.add(client.createResource(
                            request -> request.restApiId(bare).parentId(above).pathPart(part))
                    .id());
        }
        Map<String, List<Call>> work = new LinkedHashMap<>();
        work.put("GetRestApi", repeated("GET", "/restapis/" + small, ""));
        work.put("GetResources, 25", repeated("GET", "/restapis/" + small + "/resources", ""));
        work.put("CreateRestApi", repeated("POST", "/restapis", "{\"name\":\"made\"}"));
        work.put(
                "CreateResource",
                IntStream.range(0, calls)
                        .mapToObj(number -> call(
                                "POST",
                                "/restapis/" + growing + "/resources/" + parent,
                                "{\"pathPart\":\"part" + number + "\"}"))
                        .toList());
        work.put("PutMethod", each(bare, leaves, "", "{\"authorizationType\":\"NONE\"}"));
        work.put("PutIntegration", each(bare, leaves, "/integration", "{\"type\":\"MOCK\"}"));
        return work;
    }

    private String newApi() {
        return client.createRestApi(request -> request.name("bench")).id();
    }

    private String rootOf(String api) {
        return client.getResources(request -> request.restApiId(api))
                .items()
                .getFirst()
                .id();
    }

    private List<Call> repeated(String method, String path, String body) {
        return Stream.generate(() -> call(method, path, body)).limit(calls).toList();
    }

    private List<Call> each(String api, List<String> resources, String below, String body) {
        return resources.stream()
                .map(id -> call("PUT", "/restapis/" + api + "/resources/" + id + "/methods/GET" + below, body))
                .toList();
    }

    private Call call(String method, String path, String body) {
        return Call.of(signer, endpoint, method, path, body);
    }
}
