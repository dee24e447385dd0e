// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import static io.gatehouse.control.Calls.ACCOUNT;
import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newApi;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RestApiChangesIT {

    @Inject
    EntityManager entities;

    @Test
    void whatIsPatchedIsAnsweredAndStays() {
        String api = newApi();
        patch(
                        api,
                        op("replace", "/name", "cats"),
                        op("add", "/description", "text"),
                        op("replace", "/version", "v2"),
                        op("replace", "/apiKeySource", "AUTHORIZER"),
                        op("replace", "/minimumCompressionSize", "1024"),
                        op("replace", "/disableExecuteApiEndpoint", "True"),
                        op("replace", "/endpointConfiguration/types/EDGE", "PRIVATE"),
                        op("add", "/endpointConfiguration/vpcEndpointIds", "vpce-1"),
                        op("replace", "/securityPolicy", "TLS_1_2"),
                        op("replace", "/endpointAccessMode", "STRICT"),
                        Map.of("op", "add", "path", "/binaryMediaTypes/image~1png"))
                .statusCode(200);

        get(api).body("name", equalTo("cats"))
                .body("description", equalTo("text"))
                .body("version", equalTo("v2"))
                .body("apiKeySource", equalTo("AUTHORIZER"))
                .body("minimumCompressionSize", equalTo(1024))
                .body("disableExecuteApiEndpoint", equalTo(true))
                .body(
                        "endpointConfiguration",
                        equalTo(Map.of(
                                "types",
                                List.of("PRIVATE"),
                                "ipAddressType",
                                "dualstack",
                                "vpcEndpointIds",
                                List.of("vpce-1"))))
                .body("securityPolicy", equalTo("TLS_1_2"))
                .body("endpointAccessMode", equalTo("STRICT"))
                .body("binaryMediaTypes", equalTo(List.of("image/png")));
    }

    @Test
    void whatIsUnsetIsGoneFromTheAnswer() {
        String api = "/restapis/"
                + post("/restapis", Map.of("name", "pets", "description", "text", "minimumCompressionSize", 0))
                        .extract()
                        .path("id");

        patch(
                        api,
                        Map.of("op", "remove", "path", "/description"),
                        Map.of("op", "replace", "path", "/minimumCompressionSize"))
                .statusCode(200)
                .body("description", nullValue())
                .body("minimumCompressionSize", nullValue());
    }

    @Test
    void aPatchedPolicyComesBackWholeAndEscapedOnceMoreUntilItIsEmptied() {
        String api = newApi();
        String id = api.substring("/restapis/".length());

        patch(api, "replace", "/policy", "{\"Statement\":[{\"Resource\":[\"execute-api:/*\"]}]}")
                .statusCode(200)
                .body(
                        "policy",
                        equalTo("{\\\"Statement\\\":[{\\\"Resource\\\":\\\"arn:aws:execute-api:eu-central-1:" + ACCOUNT
                                + ":" + id + "/*\\\"}]}"));
        patch(api, "replace", "/policy", "").statusCode(200).body("policy", nullValue());
    }

    @Test
    void tagsAreMissingAfterCreationAndInListsAndEmptyElsewhere() {
        post("/restapis", Map.of("name", "pets")).body("tags", nullValue());
        String api = newApi();

        patch(api, "replace", "/name", "cats").body("tags", anEmptyMap());
        get(api).body("tags", anEmptyMap());
        get("/restapis").body("item[0].tags", nullValue());
    }

    @Test
    void aRefusedListChangesNothing() {
        String api = newApi();
        String before = get(api).extract().asString();

        patch(api, op("replace", "/name", "cats"), op("add", "/endpointConfiguration/vpcEndpointIds", "vpce-1"))
                .statusCode(400)
                .header("x-amzn-ErrorType", equalTo("BadRequestException"))
                .body("message", equalTo("VPCEndpoints can only be specified with PRIVATE apis."));
        patch(api, op("replace", "/name", "cats"), op("replace", "/nope", "x")).statusCode(400);

        assertThat(get(api).extract().asString()).isEqualTo(before);
        assertThat(revisions(api)).containsExactly("CreateRestApi");
    }

    @Test
    void onlyAChangeIsARevision() {
        String api = newApi();

        patch(api, "replace", "/name", "test").statusCode(200);
        signed().body("{}").patch(api).then().statusCode(200).body("name", equalTo("test"));
        patch(api, "replace", "/name", "cats").statusCode(200);

        assertThat(revisions(api)).containsExactly("CreateRestApi", "UpdateRestApi");
    }

    @Test
    void anUnknownApiIsNotFoundWhateverIsAsked() {
        patch("/restapis/nope", "replace", "/apiKeySource", "AUTHORIZER")
                .statusCode(404)
                .header("x-amzn-ErrorType", equalTo("NotFoundException"))
                .body("message", equalTo("Invalid API identifier specified " + ACCOUNT + ":nope"));
        patch("/restapis/nope", "replace", "/wrong", "x").statusCode(404);
    }

    @Test
    void anUnknownOpIsRefusedBeforeTheApiIsLookedFor() {
        patch("/restapis/nope", "wrong", "/name", "x")
                .statusCode(400)
                .header("x-amzn-ErrorType", equalTo("ValidationException"))
                .body(
                        "message",
                        equalTo("1 validation error detected: Value 'wrong' at"
                                + " 'updateRestApiInput.patchOperations.1.member.op' failed to satisfy constraint:"
                                + " Member must satisfy enum value set: [add, remove, move, test, replace, copy]"));
    }

    private static ValidatableResponse patch(String api, Map<?, ?>... operations) {
        return signed().body(Map.of("patchOperations", List.of(operations)))
                .patch(api)
                .then();
    }

    private static ValidatableResponse patch(String api, String op, String path, String value) {
        return patch(api, op(op, path, value));
    }

    private static Map<String, String> op(String op, String path, String value) {
        return Map.of("op", op, "path", path, "value", value);
    }

    private List<String> revisions(String api) {
        return entities.createQuery("select operation from Revision where apiId = ?1 order by id", String.class)
                .setParameter(1, api.substring("/restapis/".length()))
                .getResultList();
    }
}
