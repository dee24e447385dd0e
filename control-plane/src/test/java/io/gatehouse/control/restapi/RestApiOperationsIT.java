// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import static io.gatehouse.control.Calls.ACCOUNT;
import static io.gatehouse.control.Calls.delete;
import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newDeployableApi;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.signedBy;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RestApiOperationsIT {

    @Inject
    EntityManager entities;

    @Test
    void aNewApiShowsItsDefaultsAndNothingElse() {
        post("/restapis", Map.of("name", "pets"))
                .statusCode(201)
                .body("$", aMapWithSize(7))
                .body("id", matchesPattern("[a-z0-9]{10}"))
                .body("name", equalTo("pets"))
                .body("createdDate", org.hamcrest.Matchers.instanceOf(Integer.class))
                .body("apiKeySource", equalTo("HEADER"))
                .body("endpointConfiguration", equalTo(Map.of("types", List.of("EDGE"), "ipAddressType", "ipv4")))
                .body("disableExecuteApiEndpoint", is(false))
                .body("rootResourceId", matchesPattern("[a-z0-9]{10}"));
    }

    @Test
    void whatIsGivenComesBack() {
        Map<String, Object> request = Map.of(
                "name",
                "pets",
                "description",
                "text",
                "version",
                "v1",
                "binaryMediaTypes",
                List.of("image/png", "image/jpeg"),
                "minimumCompressionSize",
                0,
                "apiKeySource",
                "AUTHORIZER",
                "endpointConfiguration",
                Map.of("types", List.of("PRIVATE"), "vpcEndpointIds", List.of("vpce-1")),
                "tags",
                Map.of("b", "2", "a", "1"),
                "disableExecuteApiEndpoint",
                true);
        String id = post("/restapis", request).statusCode(201).extract().path("id");

        get("/restapis/" + id)
                .statusCode(200)
                .body("description", equalTo("text"))
                .body("version", equalTo("v1"))
                .body("binaryMediaTypes", equalTo(List.of("image/png", "image/jpeg")))
                .body("minimumCompressionSize", equalTo(0))
                .body("apiKeySource", equalTo("AUTHORIZER"))
                .body(
                        "endpointConfiguration",
                        equalTo(Map.of(
                                "types", List.of("PRIVATE"),
                                "ipAddressType", "dualstack",
                                "vpcEndpointIds", List.of("vpce-1"))))
                .body("tags", equalTo(Map.of("a", "1", "b", "2")))
                .body("disableExecuteApiEndpoint", is(true));
    }

    @Test
    void aPolicyComesBackWholeAndEscapedOnceMore() {
        String id = post(
                        "/restapis",
                        Map.of("name", "pets", "policy", "{\"Statement\":[{\"Resource\":\"execute-api:/*\"}]}"))
                .statusCode(201)
                .extract()
                .path("id");

        get("/restapis/" + id)
                .body(
                        "policy",
                        equalTo("{\\\"Statement\\\":[{\\\"Resource\\\":\\\"arn:aws:execute-api:eu-central-1:" + ACCOUNT
                                + ":" + id + "/*\\\"}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_custom_id_", "gatehouse:id"})
    void aTagChoosesTheIdentifier(String tag) {
        String id = "chosen-" + tag.length();
        Map<String, Object> request = Map.of("name", "pets", "tags", Map.of(tag, id));

        post("/restapis", request).statusCode(201).body("id", equalTo(id));
        post("/restapis", request).statusCode(409).header("x-amzn-ErrorType", equalTo("ConflictException"));
        delete("/restapis/" + id).statusCode(202);
        post("/restapis", request).statusCode(201);
        delete("/restapis/" + id).statusCode(202);
    }

    @Test
    void wrongEnumsAreRefusedTogetherAndBeforeEverythingElse() {
        post(
                        "/restapis",
                        Map.of(
                                "name",
                                "pets",
                                "description",
                                "",
                                "minimumCompressionSize",
                                -1,
                                "endpointConfiguration",
                                Map.of("ipAddressType", "wrong", "types", List.of("wrong"))))
                .statusCode(400)
                .header("x-amzn-ErrorType", equalTo("ValidationException"))
                .body(
                        "message",
                        equalTo("2 validation errors detected: Value '[wrong]' at"
                                + " 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint:"
                                + " Member must satisfy constraint: [Member must satisfy enum value set:"
                                + " [PRIVATE, EDGE, REGIONAL]]; Value 'wrong' at"
                                + " 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy"
                                + " constraint: Member must satisfy enum value set: [ipv4, dualstack]"));
    }

    @Test
    void anUnknownApiIsNamedWithTheAccount() {
        String message = "Invalid API identifier specified " + ACCOUNT + ":NOPE";

        get("/restapis/NOPE")
                .statusCode(404)
                .header("x-amzn-ErrorType", equalTo("NotFoundException"))
                .body("message", equalTo(message));
        delete("/restapis/NOPE").statusCode(404).body("message", equalTo(message));
    }

    @Test
    void anotherAccountOrRegionDoesNotSeeTheApi() {
        String api = newDeployableApi();

        signedBy("999999999999", "eu-central-1").get(api).then().statusCode(404);
        signedBy(ACCOUNT, "us-east-1").get(api).then().statusCode(404);
        signedBy("999999999999", "eu-central-1").delete(api).then().statusCode(404);
        signedBy("999999999999", "eu-central-1").get(api + "/resources").then().statusCode(404);
        signedBy("999999999999", "eu-central-1").get(api + "/stages").then().statusCode(404);
        get(api).statusCode(200);
    }

    @Test
    void aListGoesOnWhereItsPageEnded() {
        String account = "222233334444";
        for (int i = 0; i < 3; i++) {
            signedBy(account, "eu-central-1")
                    .body(Map.of("name", "n" + i))
                    .post("/restapis")
                    .then()
                    .statusCode(201);
        }

        String position = signedBy(account, "eu-central-1")
                .get("/restapis?limit=2")
                .then()
                .statusCode(200)
                .body("item", hasSize(2))
                .body("item[0].tags", nullValue())
                .extract()
                .path("position");
        signedBy(account, "eu-central-1")
                .queryParam("position", position)
                .get("/restapis?limit=2")
                .then()
                .body("item", hasSize(1))
                .body("position", nullValue());
    }

    @Test
    void deletingAnApiLeavesNothingOfIt() {
        String api = newDeployableApi();
        String id = api.substring("/restapis/".length());
        post(api + "/deployments", Map.of("stageName", "prod")).statusCode(201);

        delete(api).statusCode(202).body(emptyString());

        get(api).statusCode(404);
        for (String entity : List.of("Resource", "Method", "Integration", "Model", "Deployment", "Stage")) {
            Assertions.assertThat(count("select count(*) from " + entity + " where apiId = ?1", id))
                    .as(entity)
                    .isZero();
        }
        Assertions.assertThat(count(
                        "select count(*) from FrozenDefinition f where ?1 = ?1"
                                + " and f.deploymentId not in (select d.id from Deployment d)",
                        id))
                .isZero();
    }

    private long count(String query, String id) {
        return entities.createQuery(query, Long.class).setParameter(1, id).getSingleResult();
    }
}
