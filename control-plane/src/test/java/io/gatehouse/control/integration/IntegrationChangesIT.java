// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import static io.gatehouse.control.Calls.delete;
import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newApi;
import static io.gatehouse.control.Calls.newMethod;
import static io.gatehouse.control.Calls.patch;
import static io.gatehouse.control.Calls.put;
import static io.gatehouse.control.Calls.rootOf;
import static io.gatehouse.control.Calls.signed;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IntegrationChangesIT {
    private static final String NO_RESOURCE = "Invalid Resource identifier specified";
    private static final String NO_METHOD = "Invalid Method identifier specified";
    private static final String NO_INTEGRATION = "Invalid Integration identifier specified";
    private static final String NO_STATUS = "Invalid Response status code specified";

    @Test
    void aChangeIsShownAndKeepsTheResponses() {
        String integration = newIntegration(newMethod(rootOf(newApi()), "GET"));
        put(integration + "/responses/200", Map.of()).statusCode(201);

        patchAll(
                        integration,
                        List.of(
                                op("replace", "/uri", "http://other.example.com/"),
                                op("replace", "/timeoutInMillis", "1000"),
                                op("replace", "/tlsConfig/insecureSkipVerification", "true"),
                                op("add", "/requestTemplates/application~1json", "{}"),
                                op("add", "/requestParameters/integration.request.header.X", "'a'")))
                .statusCode(200)
                .body("uri", equalTo("http://other.example.com/"))
                .body("integrationResponses", equalTo(Map.of("200", Map.of("statusCode", "200"))));
        Map<String, Object> after = get(integration).extract().path("$");
        patchAll(integration, List.of()).statusCode(200).body("$", equalTo(after));
        get(integration)
                .body("timeoutInMillis", equalTo(1000))
                .body("tlsConfig", equalTo(Map.of("insecureSkipVerification", true)))
                .body("requestTemplates", equalTo(Map.of("application/json", "{}")))
                .body("requestParameters", equalTo(Map.of("integration.request.header.X", "'a'")));
    }

    @Test
    void aRefusedListChangesNothing() {
        String integration = newIntegration(newMethod(rootOf(newApi()), "GET"));
        Map<String, Object> before = get(integration).extract().path("$");

        patchAll(integration, List.of(op("replace", "/cacheNamespace", "ns"), op("replace", "/uri", "non-valid-http")))
                .statusCode(400)
                .body("message", equalTo("Invalid HTTP endpoint specified for URI"));
        patchAll(
                        integration,
                        List.of(op("replace", "/cacheNamespace", "ns"), op("remove", "/requestTemplates/a~1b", "")))
                .statusCode(404)
                .body("message", equalTo("Content-Type specified was not found"));
        get(integration).body("$", equalTo(before));
    }

    @Test
    void aCacheKeyIsADeclaredParameter() {
        String method = newMethod(rootOf(newApi()), "GET");
        patch(method, "add", "/requestParameters/method.request.querystring.q", "false")
                .statusCode(200);
        String integration = newIntegration(method);

        patch(integration, "add", "/cacheKeyParameters/method.request.querystring.q", "")
                .statusCode(200)
                .body("cacheKeyParameters", equalTo(List.of("method.request.querystring.q")));
        patch(integration, "add", "/cacheKeyParameters/method.request.querystring.other", "")
                .statusCode(400)
                .body("message", equalTo("Invalid cache key parameter specified"));
        patch(integration, "remove", "/cacheKeyParameters/method.request.querystring.q", "")
                .statusCode(200)
                .body("cacheKeyParameters", equalTo(List.of()));
    }

    @Test
    void theOutermostUnknownPartIsNamed() {
        String api = newApi();
        String root = rootOf(api);
        for (String path : List.of("/restapis/nope/resources/nope", api + "/resources/nope")) {
            for (String below : List.of("/methods/GET/integration", "/methods/GET/integration/responses/200")) {
                patchAll(path + below, List.of()).statusCode(404).body("message", equalTo(NO_RESOURCE));
                delete(path + below).statusCode(404).body("message", equalTo(NO_RESOURCE));
            }
        }
        String method = newMethod(root, "GET");
        for (String below : List.of("/integration", "/integration/responses/200")) {
            patchAll(root + "/methods/wrong-method" + below, List.of())
                    .statusCode(404)
                    .body("message", equalTo(NO_METHOD));
            delete(root + "/methods/WRONG" + below).statusCode(404).body("message", equalTo(NO_INTEGRATION));
            patchAll(method + below, List.of()).statusCode(404).body("message", equalTo(NO_INTEGRATION));
            delete(method + below).statusCode(404).body("message", equalTo(NO_INTEGRATION));
        }
        String response = newIntegration(method) + "/responses/200";
        patchAll(response, List.of()).statusCode(404).body("message", equalTo(NO_STATUS));
        delete(response).statusCode(404).body("message", equalTo(NO_STATUS));
    }

    @Test
    void aDeletedIntegrationTakesItsResponsesAlong() {
        String method = newMethod(rootOf(newApi()), "GET");
        String integration = newIntegration(method);
        put(integration + "/responses/200", Map.of()).statusCode(201);

        delete(integration).statusCode(204).body(emptyString());
        get(integration).statusCode(404).body("message", equalTo(NO_INTEGRATION));
        get(method).statusCode(200).body("methodIntegration", equalTo(null));
        newIntegration(method);
        get(integration).body("integrationResponses", equalTo(null));
    }

    @Test
    void aResponseIsChangedAndDeleted() {
        String method = newMethod(rootOf(newApi()), "GET");
        put(method + "/responses/200", Map.of("responseParameters", Map.of("method.response.header.X", false)))
                .statusCode(201);
        String response = newIntegration(method) + "/responses/200";
        put(response, Map.of()).statusCode(201);
        Map<String, Object> shown = Map.of(
                "statusCode", "200",
                "selectionPattern", "",
                "contentHandling", "CONVERT_TO_BINARY",
                "responseParameters", Map.of("method.response.header.X", "'a'"),
                "responseTemplates", Map.of("application/json", "{}"));

        patchAll(
                        response,
                        List.of(
                                op("replace", "/selectionPattern", ""),
                                op("replace", "/contentHandling", "CONVERT_TO_BINARY"),
                                op("add", "/responseParameters/method.response.header.X", "'a'"),
                                op("add", "/responseTemplates/application~1json", "{}")))
                .statusCode(200)
                .body("$", equalTo(shown));
        get(response).body("$", equalTo(shown));
        delete(response).statusCode(204).body(emptyString());
        get(response).statusCode(404).body("message", equalTo(NO_STATUS));
    }

    @Test
    void aResponseMapsOnlyHeadersThatTheMethodsResponseDeclares() {
        String method = newMethod(rootOf(newApi()), "GET");
        String response = newIntegration(method) + "/responses/200";
        put(response, Map.of()).statusCode(201);
        String path = "/responseParameters/method.response.header.X";
        String wording = "Invalid mapping expression specified: Validation Result: warnings : [], errors : [%s]";

        patch(response, "add", path, "'a'")
                .statusCode(400)
                .body("message", equalTo(wording.formatted("No method response exists for method.")));
        put(method + "/responses/200", Map.of()).statusCode(201);
        patch(response, "add", path, "'a'")
                .statusCode(400)
                .body(
                        "message",
                        equalTo(wording.formatted(
                                "Invalid mapping expression parameter specified: method.response.header.X")));
        patch(response, "add", "/responseTemplates/123", "x")
                .statusCode(400)
                .body(
                        "message",
                        equalTo("Validation Result: warnings : [], errors : [Invalid content type specified: 123]"));
        patch(response, "replace", "/selectionPattern", "(").statusCode(400);
        get(response).body("$", equalTo(Map.of("statusCode", "200")));
    }

    private static String newIntegration(String method) {
        put(method + "/integration", Map.of("type", "HTTP", "httpMethod", "GET", "uri", "http://example.com"))
                .statusCode(201);
        return method + "/integration";
    }

    private static ValidatableResponse patchAll(String path, List<Map<String, String>> operations) {
        return signed().body(Map.of("patchOperations", operations)).patch(path).then();
    }

    private static Map<String, String> op(String op, String path, String value) {
        return Map.of("op", op, "path", path, "value", value);
    }
}
