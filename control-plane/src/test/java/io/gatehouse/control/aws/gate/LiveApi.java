// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.control.Calls;
import io.gatehouse.control.aws.operation.Operation;
import java.util.Map;

/** An API with one noun of each kind, so that a bad call of any operation gets as far as it can. */
final class LiveApi {
    private final Map<String, String> parameters;

    LiveApi() {
        String api = Calls.newApi();
        String resource = Calls.newResource(Calls.rootOf(api), "child");
        String method = Calls.newMethod(resource, "GET");
        Calls.put(method + "/integration", Map.of("type", "MOCK")).statusCode(201);
        Calls.put(method + "/responses/200", Map.of()).statusCode(201);
        Calls.put(method + "/integration/responses/200", Map.of()).statusCode(201);
        String deployment = Calls.newDeployment(api);
        Calls.post(api + "/stages", Map.of("stageName", "live", "deploymentId", deployment))
                .statusCode(201);
        parameters = Map.of(
                "restapi_id",
                lastOf(api),
                "parent_id",
                lastOf(resource),
                "resource_id",
                lastOf(resource),
                "http_method",
                "GET",
                "status_code",
                "200",
                "deployment_id",
                deployment,
                "stage_name",
                "live");
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The identifiers of what there is. */
    Map<String, String> parameters() {
        return parameters;
    }

    /** The path of an operation on what there is; of what there is not, the last path parameter is unknown. */
    String pathTo(Operation operation) {
        String path = operation.path();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return path.replaceAll("\\{[^}]+}", "unknown") + query(operation);
    }

    /** The path of an operation whose every path parameter is the same. */
    static String pathWith(Operation operation, String parameter) {
        StringBuilder path = new StringBuilder();
        for (String part : operation.path().split("(?=\\{)|(?<=})", -1)) {
            path.append(part.startsWith("{") ? parameter : part);
        }
        return path + query(operation);
    }

    private static String query(Operation operation) {
        return operation.query() == null ? "" : "?" + operation.query();
    }
}
