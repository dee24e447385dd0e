// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newApi;
import static io.gatehouse.control.Calls.newMethod;
import static io.gatehouse.control.Calls.put;
import static io.gatehouse.control.Calls.rootOf;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IntegrationOperationsIT {

    @Test
    void anHttpIntegrationShowsItsDefaults() {
        String root = rootOf(newApi());
        String method = newMethod(root, "GET");
        Map<String, Object> shown = Map.of(
                "type", "HTTP",
                "httpMethod", "GET",
                "uri", "http://user-service:8080/users",
                "connectionType", "INTERNET",
                "passthroughBehavior", "WHEN_NO_MATCH",
                "timeoutInMillis", 29000,
                "cacheNamespace", root.substring(root.lastIndexOf('/') + 1),
                "cacheKeyParameters", List.of());

        put(
                        method + "/integration",
                        Map.of("type", "HTTP", "httpMethod", "GET", "uri", "http://user-service:8080/users"))
                .statusCode(201)
                .body("$", equalTo(shown));
        get(method + "/integration").statusCode(200).body("$", equalTo(shown));
    }

    @Test
    void aMockForgetsVerbAndUri() {
        String root = rootOf(newApi());
        String method = newMethod(root, "GET");

        put(
                        method + "/integration",
                        Map.of(
                                "type", "MOCK",
                                "httpMethod", "POST",
                                "uri", "http://example.com",
                                "requestParameters", Map.of("integration.request.path.p", "'a'"),
                                "requestTemplates", Map.of("application/json", "{statusCode: 200}")))
                .statusCode(201)
                .body(
                        "$",
                        equalTo(Map.of(
                                "type", "MOCK",
                                "requestParameters", Map.of("integration.request.path.p", "'a'"),
                                "requestTemplates", Map.of("application/json", "{statusCode: 200}"),
                                "passthroughBehavior", "WHEN_NO_MATCH",
                                "timeoutInMillis", 29000,
                                "cacheNamespace", root.substring(root.lastIndexOf('/') + 1),
                                "cacheKeyParameters", List.of())));
    }

    @Test
    void whatIsGivenComesBack() {
        String method = rootOf(newApi()) + "/methods/POST";
        put(
                        method,
                        Map.of(
                                "authorizationType",
                                "NONE",
                                "requestParameters",
                                Map.of("method.request.querystring.q", true)))
                .statusCode(201);
        Map<String, Object> request = Map.of(
                "type", "AWS",
                "httpMethod", "POST",
                "uri", "arn:aws:apigateway:us-east-1:sqs:path/123456789012/queue",
                "credentials", "arn:aws:iam::123456789012:role/r",
                "passthroughBehavior", "NEVER",
                "contentHandling", "CONVERT_TO_TEXT",
                "timeoutInMillis", 50,
                "cacheNamespace", "ns",
                "cacheKeyParameters", List.of("method.request.querystring.q"),
                "tlsConfig", Map.of("insecureSkipVerification", true));

        put(method + "/integration", request).statusCode(201);
        get(method + "/integration").body("$", equalTo(request));
    }

    @Test
    void aSecondPutReplacesEverything() {
        String method = newMethod(rootOf(newApi()), "GET");
        put(method + "/integration", Map.of("type", "MOCK", "requestTemplates", Map.of("a/b", "c")))
                .statusCode(201);
        put(method + "/integration/responses/200", Map.of()).statusCode(201);

        put(method + "/integration", Map.of("type", "HTTP_PROXY", "httpMethod", "ANY", "uri", "http://example.com"))
                .statusCode(201);

        get(method + "/integration")
                .body("type", equalTo("HTTP_PROXY"))
                .body("requestTemplates", equalTo(null))
                .body("integrationResponses", equalTo(null));
    }

    @Test
    void anUnknownTypeIsAValidationError() {
        put(newMethod(rootOf(newApi()), "GET") + "/integration", Map.of("type", "wrong"))
                .statusCode(400)
                .header("x-amzn-ErrorType", equalTo("ValidationException"))
                .body(
                        "message",
                        equalTo("1 validation error detected: Value 'wrong' at 'putIntegrationInput.type' failed to"
                                + " satisfy constraint: Member must satisfy enum value set:"
                                + " [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]"));
    }

    @Test
    void aWrongAddressIsRefused() {
        String method = newMethod(rootOf(newApi()), "GET");

        put(method + "/integration", Map.of("type", "HTTP_PROXY", "httpMethod", "GET", "uri", "non-valid-http"))
                .statusCode(400)
                .body("message", equalTo("Invalid HTTP endpoint specified for URI"));
        put(method + "/integration", Map.of("type", "HTTP", "uri", "http://example.com"))
                .statusCode(400)
                .body("message", equalTo("Enumeration value for HttpMethod must be non-empty"));
    }

    @Test
    void theOutermostUnknownPartIsNamed() {
        String api = newApi();
        String root = rootOf(api);
        String method = newMethod(root, "GET");
        Map<String, Object> mock = Map.of("type", "MOCK");

        put(api + "/resources/nope/methods/GET/integration", mock)
                .statusCode(404)
                .body("message", equalTo("Invalid Resource identifier specified"));
        get("/restapis/nope/resources/nope/methods/GET/integration")
                .statusCode(404)
                .body("message", equalTo("Invalid Resource identifier specified"));
        put(root + "/methods/POST/integration", mock)
                .statusCode(404)
                .body("message", equalTo("Invalid Method identifier specified"));
        get(root + "/methods/wrong-method/integration")
                .statusCode(404)
                .body("message", equalTo("Invalid Method identifier specified"));
        get(method + "/integration")
                .statusCode(404)
                .body("message", equalTo("Invalid Integration identifier specified"));
        put(method + "/integration/responses/200", Map.of())
                .statusCode(404)
                .body("message", equalTo("Invalid Integration identifier specified"));
    }

    @Test
    void aResponseShowsWhatWasGivenEvenEmpty() {
        String method = newMethod(rootOf(newApi()), "GET");
        put(method + "/integration", Map.of("type", "MOCK")).statusCode(201);

        put(method + "/integration/responses/200", Map.of())
                .statusCode(201)
                .body("$", equalTo(Map.of("statusCode", "200")));
        Map<String, Object> given = Map.of("selectionPattern", "", "responseTemplates", Map.of());
        put(method + "/integration/responses/200", given).statusCode(201);
        get(method + "/integration/responses/200")
                .statusCode(200)
                .body("$", equalTo(Map.of("statusCode", "200", "selectionPattern", "", "responseTemplates", Map.of())));
        get(method + "/integration/responses/404")
                .statusCode(404)
                .body("message", equalTo("Invalid Response status code specified"));
    }

    @Test
    void aResponsesStatusIsCheckedFirst() {
        put("/restapis/nope/resources/nope/methods/GET/integration/responses/600", Map.of())
                .statusCode(400)
                .header("x-amzn-ErrorType", equalTo("ValidationException"))
                .body(
                        "message",
                        equalTo("1 validation error detected: Value '600' at 'statusCode' failed to satisfy"
                                + " constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d"));
    }
}
