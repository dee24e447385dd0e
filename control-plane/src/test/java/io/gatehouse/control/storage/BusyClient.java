// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.Calls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client that builds on an API as Terraform does, while others build on the same one, and remembers what it was promised.
 * Of its resources it deletes every third.
 */
final class BusyClient {
    /** What AWS says while another client's method has no integration yet. */
    private static final String UNFINISHED = "No integration defined for method";

    private final Wire wire;
    private final String api;
    private final String root;
    private final String shared;
    private final String name;
    private final List<Write> acknowledged = new ArrayList<>();
    private int refusedDeployments;
    private @Nullable String deployed;

    /**
     * @param wire what it calls with
     * @param api the path of the API
     * @param shared the path of a resource below which other clients build too
     * @param name tells it from the others
     */
    BusyClient(Wire wire, String api, String shared, String name) {
        this.wire = wire;
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
            write("PutMethod", "method " + id + "/GET", "PUT", method, Map.of("authorizationType", "NONE"));
            String integration = method + "/integration";
            write("PutIntegration", "integration " + id + "/GET", "PUT", integration, Map.of("type", "MOCK"));
            write("PutMethodResponse", "method " + id + "/GET", "PUT", method + "/responses/200", Map.of());
            write(
                    "PutIntegrationResponse",
                    "integration " + id + "/GET",
                    "PUT",
                    integration + "/responses/200",
                    Map.of("responseTemplates", Map.of("application/json", name + i)));
            tryToDeploy();
            if (deployed != null) {
                changeStage("round", Integer.toString(i));
            }
            replace("UpdateResource", "resource " + id, resource, "/pathPart", name + "-" + i + "-renamed");
            if (i % 3 == 2) {
                write("DeleteResource", "resource " + id, "DELETE", resource, Map.of());
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
        Wire.Answer answer = wire.call("POST", parent, Map.of("pathPart", pathPart));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        String id = answer.body().get("id").asText();
        acknowledge("CreateResource", "resource " + id, started);
        return api + "/resources/" + id;
    }

    private void tryToDeploy() {
        long started = System.nanoTime();
        Wire.Answer answer = wire.call("POST", api + "/deployments", Map.of("stageName", stage()));
        if (answer.status() == 400) {
            assertThat(answer.body().get("message").asText()).isEqualTo(UNFINISHED);
            refusedDeployments++;
            return;
        }
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        deployed = answer.body().get("id").asText();
        acknowledge("CreateDeployment", "deployment " + deployed, started);
    }

    private void changeStage(String variable, String value) {
        replace("UpdateStage", "stage " + stage(), api + "/stages/" + stage(), "/variables/" + variable, value);
    }

    private void replace(String operation, String noun, String path, String member, String value) {
        Map<String, String> replace = Map.of("op", "replace", "path", member, "value", value);
        write(operation, noun, "PATCH", path, Map.of("patchOperations", List.of(replace)));
    }

    private void write(String operation, String noun, String verb, String path, Map<String, ?> body) {
        long started = System.nanoTime();
        Wire.Answer answer = wire.call(verb, path, body);
        assertThat(answer.status())
                .as("%s of %s: %s", operation, noun, answer.body())
                .isBetween(200, 299);
        acknowledge(operation, noun, started);
    }

    private void acknowledge(String operation, String noun, long started) {
        acknowledged.add(new Write(operation, noun, started, System.nanoTime()));
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
