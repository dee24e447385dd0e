// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newApi;
import static io.gatehouse.control.Calls.newMethod;
import static io.gatehouse.control.Calls.put;
import static io.gatehouse.control.Calls.rootOf;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MethodOperationsIT {
    private static final Map<String, Object> NONE = Map.of("authorizationType", "none");

    @Test
    void aMethodShowsThreeMembersWhenNothingElseWasGiven() {
        String method = rootOf(newApi()) + "/methods/GET";
        Map<String, Object> shown = Map.of("httpMethod", "GET", "authorizationType", "NONE", "apiKeyRequired", false);

        put(method, NONE).statusCode(201).body("$", equalTo(shown));
        get(method).statusCode(200).body("$", equalTo(shown));
    }

    @Test
    void whatIsGivenComesBack() {
        String method = rootOf(newApi()) + "/methods/POST";
        Map<String, Object> request = Map.of(
                "authorizationType",
                "AWS_IAM",
                "apiKeyRequired",
                true,
                "operationName",
                "CreatePet",
                "requestParameters",
                Map.of("method.request.header.X", true, "method.request.querystring.q", false),
                "requestModels",
                Map.of("application/json", "Empty"));

        put(method, request).statusCode(201);
        for (Map.Entry<String, Object> member : request.entrySet()) {
            get(method).body(member.getKey(), equalTo(member.getValue()));
        }
    }

    @Test
    void theResourceIsLookedForBeforeTheVerb() {
        String api = newApi();
        String unknown = "Invalid Resource identifier specified";

        put(api + "/resources/nope/methods/WRONG", NONE).statusCode(404).body("message", equalTo(unknown));
        put("/restapis/nope/resources/nope/methods/WRONG", NONE).statusCode(404).body("message", equalTo(unknown));
        put(rootOf(api) + "/methods/WRONG", NONE)
                .statusCode(400)
                .body(
                        "message",
                        equalTo("Invalid HttpMethod specified. Valid options are"
                                + " GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY"));
    }

    @Test
    void aMethodIsPutOnce() {
        String method = newMethod(rootOf(newApi()), "GET");

        put(method, NONE)
                .statusCode(409)
                .header("x-amzn-ErrorType", equalTo("ConflictException"))
                .body("message", equalTo("Method already exists for this resource"));
    }

    @Test
    void theAuthorizationTypeIsRequired() {
        put(rootOf(newApi()) + "/methods/GET", Map.of())
                .statusCode(400)
                .header("x-amzn-ErrorType", equalTo("ValidationException"))
                .body(
                        "message",
                        equalTo("1 validation error detected: Value null at 'putMethodInput.authorizationType' failed"
                                + " to satisfy constraint: Member must not be null"));
    }

    @Test
    void anUnknownMethodIsNotFound() {
        get(rootOf(newApi()) + "/methods/GET")
                .statusCode(404)
                .body("message", equalTo("Invalid Method identifier specified"));
    }

    @Test
    void aMethodEmbedsItsResponsesAndItsIntegration() {
        String method = newMethod(rootOf(newApi()), "GET");
        put(method + "/responses/200", Map.of()).statusCode(201);
        put(method + "/integration", Map.of("type", "MOCK")).statusCode(201);
        put(method + "/integration/responses/200", Map.of()).statusCode(201);

        get(method)
                .body("methodResponses", equalTo(Map.of("200", Map.of("statusCode", "200"))))
                .body("methodIntegration.type", equalTo("MOCK"))
                .body("methodIntegration.integrationResponses", equalTo(Map.of("200", Map.of("statusCode", "200"))));
    }

    @Test
    void aResponseShowsEmptyMapsOnlyWhenTheyWereGiven() {
        String method = newMethod(rootOf(newApi()), "GET");

        put(method + "/responses/200", Map.of()).statusCode(201).body("$", equalTo(Map.of("statusCode", "200")));
        put(method + "/responses/201", Map.of("responseParameters", Map.of(), "responseModels", Map.of()))
                .statusCode(201)
                .body(
                        "$",
                        equalTo(Map.of(
                                "statusCode", "201", "responseParameters", Map.of(), "responseModels", Map.of())));
        get(method + "/responses/201")
                .statusCode(200)
                .body("responseParameters", equalTo(Map.of()))
                .body("responseModels", equalTo(Map.of()));
    }

    @Test
    void aResponseIsPutOnceAndHasAStatus() {
        String method = newMethod(rootOf(newApi()), "GET");
        put(method + "/responses/200", Map.of()).statusCode(201);

        put(method + "/responses/200", Map.of())
                .statusCode(409)
                .body("message", equalTo("Response already exists for this resource"));
        put(method + "/responses/abc", Map.of())
                .statusCode(400)
                .header("x-amzn-ErrorType", equalTo("ValidationException"))
                .body(
                        "message",
                        equalTo("1 validation error detected: Value 'abc' at 'statusCode' failed to satisfy"
                                + " constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d"));
        get(method + "/responses/404")
                .statusCode(404)
                .body("message", equalTo("Invalid Response status code specified"));
    }

    @Test
    void aResponsesModelHasToExist() {
        String method = newMethod(rootOf(newApi()), "GET");

        put(method + "/responses/200", Map.of("responseModels", Map.of("application/json", "Error")))
                .statusCode(201);
        put(method + "/responses/201", Map.of("responseModels", Map.of("application/json", "Pet")))
                .statusCode(400)
                .body("message", equalTo("Invalid model identifier specified: Pet"));
    }
}
