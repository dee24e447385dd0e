// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.Calls;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client that builds on an API as Terraform does, while others build on the same one, and remembers what it was promised.
 * Of its resources it deletes every third.
 */
final class BusyClient {
    /** What AWS says while another client's method has no integration yet. */
    private static final String UNFINISHED = "No integration defined for method";

    private final String api;
    private final String root;
    private final String shared;
    private final String name;
    private final List<Write> acknowledged = new ArrayList<>();
    private int refusedDeployments;
    private @Nullable String deployed;

    /**
     * @param api the path of the API
     * @param shared the path of a resource below which other clients build too
     * @param name tells it from the others
     */
    BusyClient(String api, String shared, String name) {
        this.api = api;
        this.root = Calls.rootOf(api);
        this.shared = shared;
        this.name = name;
    }

    /**
     * A change that was answered with success.
     *
     * @param operation the AWS API action
     * @param noun what the journal calls the noun that it is about, and its key
     * @param started before it was sent, in nanoseconds
     * @param ended after its answer came, in nanoseconds
     */
    record Write(String operation, String noun, long started, long ended) {}

    List<Write> acknowledged() {
        return acknowledged;
    }

    /** How often a deployment was refused because another client was not done with a method. */
    int refusedDeployments() {
        return refusedDeployments;
    }

    /** The deployment that its stage serves, if it has made one. */
    @Nullable
    String deployed() {
        return deployed;
    }

    String stage() {
        return "stage" + name;
    }

    /** Builds so many resources, half below a resource of its own and half below the shared one. */
    void build(int resources) {
        String own = resource(root, name);
        for (int i = 0; i < resources; i++) {
            String resource = resource(i % 2 == 0 ? own : shared, name + "-" + i);
            String id = idOf(resource);
            String method = resource + "/methods/GET";
            write(
                    "PutMethod",
                    "method " + id + "/GET",
                    201,
                    () -> Calls.put(method, Map.of("authorizationType", "NONE")));
            write(
                    "PutIntegration",
                    "integration " + id + "/GET",
                    201,
                    () -> Calls.put(method + "/integration", Map.of("type", "MOCK")));
            write(
                    "PutMethodResponse",
                    "method " + id + "/GET",
                    201,
                    () -> Calls.put(method + "/responses/200", Map.of()));
            Map<String, Object> template = Map.of("responseTemplates", Map.of("application/json", name + i));
            write(
                    "PutIntegrationResponse",
                    "integration " + id + "/GET",
                    201,
                    () -> Calls.put(method + "/integration/responses/200", template));
            tryToDeploy();
            if (deployed != null) {
                changeStage("round", Integer.toString(i));
            }
            String renamed = name + "-" + i + "-renamed";
            write(
                    "UpdateResource",
                    "resource " + id,
                    200,
                    () -> Calls.patch(resource, "replace", "/pathPart", renamed));
            if (i % 3 == 2) {
                write("DeleteResource", "resource " + id, 202, () -> Calls.delete(resource));
            }
        }
    }

    /** Deploys to its stage, and changes the stage; nobody may have a method without an integration. */
    void finish() {
        tryToDeploy();
        assertThat(deployed).isNotNull();
        changeStage("round", "last");
    }

    private String resource(String parent, String pathPart) {
        long started = System.nanoTime();
        String resource = Calls.newResource(parent, pathPart);
        acknowledge("CreateResource", "resource " + idOf(resource), started);
        return resource;
    }

    private void tryToDeploy() {
        long started = System.nanoTime();
        ExtractableResponse<Response> answer =
                Calls.post(api + "/deployments", Map.of("stageName", stage())).extract();
        if (answer.statusCode() == 400) {
            assertThat(answer.<String>path("message")).isEqualTo(UNFINISHED);
            refusedDeployments++;
            return;
        }
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        deployed = answer.path("id");
        acknowledge("CreateDeployment", "deployment " + deployed, started);
    }

    private void changeStage(String variable, String value) {
        write(
                "UpdateStage",
                "stage " + stage(),
                200,
                () -> Calls.patch(api + "/stages/" + stage(), "replace", "/variables/" + variable, value));
    }

    private void write(String operation, String noun, int status, Supplier<ValidatableResponse> call) {
        long started = System.nanoTime();
        ExtractableResponse<Response> answer = call.get().extract();
        assertThat(answer.statusCode())
                .as("%s of %s: %s", operation, noun, answer.asString())
                .isEqualTo(status);
        acknowledge(operation, noun, started);
    }

    private void acknowledge(String operation, String noun, long started) {
        acknowledged.add(new Write(operation, noun, started, System.nanoTime()));
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
