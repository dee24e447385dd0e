// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import static io.gatehouse.control.Calls.ACCOUNT;
import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newApi;
import static io.gatehouse.control.Calls.newDeployableApi;
import static io.gatehouse.control.Calls.newMethod;
import static io.gatehouse.control.Calls.newResource;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.put;
import static io.gatehouse.control.Calls.rootOf;
import static io.gatehouse.control.Calls.signedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CloneRestApiIT {

    @Inject
    EntityManager entities;

    @Test
    void aCopyHasResourcesMethodsAndIntegrationsOfItsOwn() {
        String source = newApi();
        String users = newResource(rootOf(source), "users");
        String method = newMethod(newResource(users, "{id}"), "GET");
        put(method + "/responses/200", Map.of("responseParameters", Map.of("method.response.header.A", true)))
                .statusCode(201);
        put(method + "/integration", Map.of("type", "MOCK", "requestTemplates", Map.of("application/json", "{}")))
                .statusCode(201);
        put(method + "/integration/responses/200", Map.of("selectionPattern", ""))
                .statusCode(201);
        String chosen = newMethod(users, "POST");
        put(chosen + "/integration", Map.of("type", "MOCK", "cacheNamespace", "mine"))
                .statusCode(201);

        String copy = clone(source, Map.of());

        get(copy + "/resources").body("item.path", contains("/", "/users", "/users/{id}"));
        String copiedMethod = copy + "/resources/" + resourceId(copy, 2) + "/methods/GET";
        Map<String, Object> expected = get(method).extract().path("$");
        String sourceId = resourceId(source, 2);
        String copiedId = resourceId(copy, 2);
        assertThat(copiedId).isNotEqualTo(sourceId);
        assertThat(get(copiedMethod)
                        .statusCode(200)
                        .extract()
                        .<Map<String, Object>>path("$")
                        .toString())
                .isEqualTo(expected.toString().replace(sourceId, copiedId));
        get(copy + "/resources/" + resourceId(copy, 1) + "/methods/POST/integration")
                .body("cacheNamespace", equalTo("mine"));
        get(copy).body("rootResourceId", equalTo(resourceId(copy, 0)));
    }

    @Test
    void aCopyCanBeDeployedAndTheSourceStaysAsItWas() {
        String source = newDeployableApi();
        String before = get(source + "/resources?embed=methods").extract().asString();

        String copy = clone(source, Map.of());
        post(copy + "/deployments", Map.of("stageName", "prod")).statusCode(201);

        assertThat(get(source + "/resources?embed=methods").extract().asString())
                .isEqualTo(before);
        get(source + "/deployments").body("item", hasSize(0));
        get(source + "/stages").body("item", hasSize(0));
    }

    @Test
    void deploymentsAndStagesAreNotCopied() {
        String source = newDeployableApi();
        post(source + "/deployments", Map.of("stageName", "prod")).statusCode(201);

        String copy = clone(source, Map.of());

        get(copy + "/deployments").body("item", hasSize(0));
        get(copy + "/stages").body("item", hasSize(0));
    }

    @Test
    void whatTheRequestDoesNotSayComesFromTheSourceButForTags() {
        String id = post(
                        "/restapis",
                        Map.of(
                                "name",
                                "pets",
                                "description",
                                "text",
                                "binaryMediaTypes",
                                List.of("image/png"),
                                "minimumCompressionSize",
                                5,
                                "endpointConfiguration",
                                Map.of("types", List.of("REGIONAL")),
                                "policy",
                                "{\"Statement\":[{\"Resource\":\"execute-api:/*\"}]}",
                                "disableExecuteApiEndpoint",
                                true,
                                "tags",
                                Map.of("a", "1")))
                .statusCode(201)
                .extract()
                .path("id");

        String copy = clone("/restapis/" + id, Map.of("minimumCompressionSize", 7));

        get(copy)
                .body("name", equalTo("copy"))
                .body("description", equalTo("text"))
                .body("binaryMediaTypes", contains("image/png"))
                .body("minimumCompressionSize", equalTo(7))
                .body("endpointConfiguration.types", contains("REGIONAL"))
                .body("disableExecuteApiEndpoint", equalTo(true))
                .body("tags", equalTo(Map.of()))
                .body(
                        "policy",
                        equalTo("{\\\"Statement\\\":[{\\\"Resource\\\":\\\"arn:aws:execute-api:eu-central-1:" + ACCOUNT
                                + ":" + copy.substring("/restapis/".length()) + "/*\\\"}]}"));
    }

    @Test
    void aCopyIsOneRevisionThatNamesEverything() {
        String source = newDeployableApi();
        String copy = clone(source, Map.of());

        List<String> changes = entities.createQuery(
                        "select c.noun from RevisionChange c, Revision r where c.revisionId = r.id and r.apiId = ?1"
                                + " and r.operation = 'CreateRestApi' order by c.id",
                        String.class)
                .setParameter(1, copy.substring("/restapis/".length()))
                .getResultList();
        assertThat(changes)
                .startsWith("restapi")
                .containsExactlyInAnyOrder("restapi", "resource", "method", "integration", "model", "model");
    }

    @Test
    void anUnknownSourceIsABadRequestAndMakesNothing() {
        String mine = newApi();
        for (String source : List.of("nope", mine.substring("/restapis/".length()))) {
            signedBy("444455556666", "eu-central-1")
                    .body(Map.of("name", "copy", "cloneFrom", source))
                    .post("/restapis")
                    .then()
                    .statusCode(400)
                    .header("x-amzn-ErrorType", equalTo("BadRequestException"))
                    .body("message", equalTo("Invalid API identifier specified 444455556666:" + source));
        }
        signedBy("444455556666", "eu-central-1")
                .get("/restapis")
                .then()
                .body("item", hasSize(0))
                .body("position", nullValue());
    }

    private static String clone(String source, Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("name", "copy");
        request.put("cloneFrom", source.substring("/restapis/".length()));
        return "/restapis/"
                + post("/restapis", request).statusCode(201).extract().<String>path("id");
    }

    private static String resourceId(String api, int index) {
        return get(api + "/resources").extract().path("item[" + index + "].id");
    }
}
