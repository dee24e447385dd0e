// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MethodChangesIT {
    private static final String NO_RESOURCE = "Invalid Resource identifier specified";
    private static final String NO_METHOD = "Invalid Method identifier specified";
    private static final String NO_STATUS = "Invalid Response status code specified";
    private static final String NO_AUTHORIZER = "Invalid authorizer ID specified. Setting the authorization type to"
            + " CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.";

    @Test
    void membersComeAndGo() {
        String method = newMethod(rootOf(newApi()), "ANY");
        put(method + "/integration", Map.of("type", "MOCK")).statusCode(201);
        Map<String, String> parameter = op("add", "/requestParameters/method.request.querystring.q", "true");
        Map<String, String> model = op("add", "/requestModels/application~1json", "Empty");

        patchAll(method, List.of(parameter, model, op("replace", "/operationName", "Op")))
                .statusCode(200)
                .body("requestParameters", equalTo(Map.of("method.request.querystring.q", true)))
                .body("requestModels", equalTo(Map.of("application/json", "Empty")))
                .body("operationName", equalTo("Op"))
                .body("methodIntegration.type", equalTo("MOCK"));
        Map<String, Object> bare = Map.of("httpMethod", "ANY", "authorizationType", "AWS_IAM", "apiKeyRequired", true);
        patchAll(
                        method,
                        List.of(
                                op("remove", "/requestParameters/method.request.querystring.q", ""),
                                op("remove", "/requestModels/application~1json", ""),
                                op("replace", "/operationName", ""),
                                op("replace", "/apiKeyRequired", "true"),
                                op("replace", "/authorizationType", "aws_iam")))
                .statusCode(200);
        delete(method + "/integration").statusCode(204);
        get(method).body("$", equalTo(bare));
        patch(method, "replace", "/apiKeyRequired", "whatever").body("apiKeyRequired", equalTo(false));
    }

    @Test
    void aRefusedListChangesNothing() {
        String method = newMethod(rootOf(newApi()), "GET");
        Map<String, Object> before = get(method).extract().path("$");

        for (Map<String, String> refused : List.of(
                op("replace", "/requestValidatorId", "nope"),
                op("add", "/requestModels/a~1b", "petModel"),
                op("add", "/requestParameters/X", "true"),
                op("replace", "/authorizationType", "WRONG"),
                op("remove", "/requestParameters/method.request.header.Y", ""))) {
            int status = refused.containsValue("remove") ? 404 : 400;
            patchAll(method, List.of(op("replace", "/operationName", "other"), refused))
                    .statusCode(status);
        }
        get(method).body("$", equalTo(before));
    }

    @Test
    void refusalsAreInAwsWords() {
        String method = newMethod(rootOf(newApi()), "GET");

        patch(method, "add", "/operationName", "x")
                .statusCode(400)
                .body("message", equalTo("Invalid patch operation specified. Must be one of: [replace]"));
        patch(method, "replace", "/httpMethod", "POST")
                .statusCode(400)
                .body("message", equalTo("Invalid patch path /httpMethod"));
        patch(method, "add", "/requestModels/application~1json", "petModel")
                .statusCode(400)
                .body("message", equalTo("Invalid model identifier specified: petModel"));
        patch(method, "replace", "/requestValidatorId", "nope")
                .statusCode(400)
                .header("x-amzn-ErrorType", equalTo("BadRequestException"))
                .body("message", equalTo("Invalid Request Validator identifier specified"));
        patch(method, "wrong", "/operationName", "x")
                .statusCode(400)
                .header("x-amzn-ErrorType", equalTo("ValidationException"))
                .body(
                        "message",
                        equalTo("1 validation error detected: Value 'wrong' at"
                                + " 'updateMethodInput.patchOperations.1.member.op' failed to satisfy constraint:"
                                + " Member must satisfy enum value set: [add, remove, move, test, replace, copy]"));
    }

    @Test
    void anAuthorizerIsOnlyLookedForWhereItIsUsed() {
        String method = newMethod(rootOf(newApi()), "GET");

        patch(method, "replace", "/authorizerId", "abc").statusCode(200).body("authorizerId", equalTo(null));
        patchAll(method, List.of(op("replace", "/authorizerId", "abc"), op("replace", "/authorizationType", "CUSTOM")))
                .statusCode(400)
                .body("message", equalTo(NO_AUTHORIZER));
    }

    @Test
    void theOutermostUnknownPartIsNamed() {
        String api = newApi();
        String root = rootOf(api);
        for (String path : List.of("/restapis/nope/resources/nope", api + "/resources/nope")) {
            for (String below : List.of("/methods/GET", "/methods/GET/responses/200")) {
                patchAll(path + below, List.of()).statusCode(404).body("message", equalTo(NO_RESOURCE));
                delete(path + below).statusCode(404).body("message", equalTo(NO_RESOURCE));
            }
        }
        for (String below : List.of("/methods/GET", "/methods/WRONG", "/methods/WRONG/responses/200")) {
            patchAll(root + below, List.of()).statusCode(404).body("message", equalTo(NO_METHOD));
            delete(root + below).statusCode(404).body("message", equalTo(NO_METHOD));
        }
        String response = newMethod(root, "GET") + "/responses/200";
        patchAll(response, List.of()).statusCode(404).body("message", equalTo(NO_STATUS));
        delete(response).statusCode(404).body("message", equalTo(NO_STATUS));
    }

    @Test
    void aDeletedMethodTakesItsIntegrationAndItsResponsesAlong() {
        String root = rootOf(newApi());
        String method = newMethod(root, "GET");
        put(method + "/responses/200", Map.of()).statusCode(201);
        put(method + "/integration", Map.of("type", "MOCK")).statusCode(201);

        delete(method).statusCode(204).body(emptyString());
        get(method).statusCode(404);
        get(root).body("resourceMethods", equalTo(null));
        newMethod(root, "GET");
        get(method).body("methodResponses", equalTo(null)).body("methodIntegration", equalTo(null));
    }

    @Test
    void aResponseIsChangedWith201() {
        String response = newMethod(rootOf(newApi()), "GET") + "/responses/200";
        put(response, Map.of()).statusCode(201);
        Map<String, Object> shown = Map.of(
                "statusCode", "200",
                "responseParameters", Map.of("method.response.header.X", false),
                "responseModels", Map.of("application/json", "Error"));

        patchAll(
                        response,
                        List.of(
                                op("add", "/responseParameters/method.response.header.X", "false"),
                                op("add", "/responseModels/application~1json", "Error")))
                .statusCode(201)
                .body("$", equalTo(shown));
        get(response).body("$", equalTo(shown));
        patchAll(response, List.of()).statusCode(201).body("$", equalTo(shown));
        patch(response, "remove", "/responseParameters/method.response.header.X", "")
                .statusCode(201)
                .body("responseParameters", equalTo(null));
    }

    @Test
    void aResponsesRefusalsAreInAwsWords() {
        String response = newMethod(rootOf(newApi()), "GET") + "/responses/200";
        put(response, Map.of()).statusCode(201);

        patch(response, "remove", "/responseParameters/method.response.header.X", "")
                .statusCode(404)
                .body("message", equalTo("Invalid parameter name specified"));
        patch(response, "replace", "/responseModels/application~1json", "Empty")
                .statusCode(404)
                .body("message", equalTo("Content-Type specified was not found"));
        patch(response, "add", "/responseModels/application~1json", "petModel")
                .statusCode(400)
                .body("message", equalTo("Invalid model identifier specified: petModel"));
        patch(response, "add", "/responseParameters/X", "true").statusCode(400);
        patch(response, "add", "/wrong/method.response.header.my-header", "true")
                .statusCode(400)
                .body("message", equalTo("Invalid patch path /wrong/method.response.header.my-header"));
        delete(response.replace("200", "abc"))
                .statusCode(400)
                .header("x-amzn-ErrorType", equalTo("ValidationException"));
    }

    @Test
    void aDeletedResponseLeavesTheIntegrationsResponse() {
        String method = newMethod(rootOf(newApi()), "GET");
        put(method + "/responses/200", Map.of()).statusCode(201);
        put(method + "/integration", Map.of("type", "MOCK")).statusCode(201);
        put(method + "/integration/responses/200", Map.of()).statusCode(201);

        delete(method + "/responses/200").statusCode(204).body(emptyString());
        get(method).body("methodResponses", equalTo(null));
        get(method + "/integration/responses/200").statusCode(200);
    }

    @Test
    void anUndeclaredParameterIsNoCacheKeyAnyLonger() {
        String method = newMethod(rootOf(newApi()), "GET");
        patchAll(
                        method,
                        List.of(
                                op("add", "/requestParameters/method.request.querystring.a", "true"),
                                op("add", "/requestParameters/method.request.querystring.b", "true")))
                .statusCode(200);
        List<String> keys = List.of("method.request.querystring.a", "method.request.querystring.b");
        put(method + "/integration", Map.of("type", "MOCK", "cacheKeyParameters", keys))
                .statusCode(201);

        patch(method, "remove", "/requestParameters/method.request.querystring.a", "")
                .statusCode(200)
                .body("methodIntegration.cacheKeyParameters", equalTo(keys.subList(1, 2)));
    }

    @Test
    void tenThousandPatchesAreApplied() {
        String method = newMethod(rootOf(newApi()), "GET");
        List<Map<String, String>> operations = IntStream.range(0, 10_000)
                .mapToObj(i -> op("add", "/requestParameters/method.request.header.H" + i, "true"))
                .toList();

        patchAll(method, operations).statusCode(200).body("requestParameters.size()", equalTo(10_000));
    }

    private static ValidatableResponse patchAll(String path, List<Map<String, String>> operations) {
        return signed().body(Map.of("patchOperations", operations)).patch(path).then();
    }

    private static Map<String, String> op(String op, String path, String value) {
        return Map.of("op", op, "path", path, "value", value);
    }
}
