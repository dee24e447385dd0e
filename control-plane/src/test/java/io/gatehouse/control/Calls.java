// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/**
 * Calls to the management API from the tests of this module, each signed well enough for a server that listens on the
 * loopback interface only.
 */
public final class Calls {
    /** The account of {@link #signed()}. */
    public static final String ACCOUNT = "111122223333";

    /** The region of {@link #signed()}. */
    public static final String REGION = "eu-central-1";

    private Calls() {}

    /** A request of the usual account. */
    public static RequestSpecification signed() {
        return signedBy(ACCOUNT, REGION);
    }

    /** A request of an account in a region. */
    public static RequestSpecification signedBy(String account, String region) {
        return given().headers(signature(account, region)).contentType("application/json");
    }

    /** The headers that make a request one of an account in a region, for another client than this one. */
    public static Map<String, String> signature(String account, String region) {
        return Map.of(
                "X-Amz-Date",
                "20261101T120000Z",
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + account + "/20261101/" + region + "/apigateway/aws4_request,"
                        + " SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64));
    }

    public static ValidatableResponse post(String path, Object body) {
        return signed().body(body).post(path).then();
    }

    public static ValidatableResponse put(String path, Object body) {
        return signed().body(body).put(path).then();
    }

    public static ValidatableResponse get(String path) {
        return signed().get(path).then();
    }

    public static ValidatableResponse delete(String path) {
        return signed().delete(path).then();
    }

    /** Sends one patch operation. */
    public static ValidatableResponse patch(String path, String op, String member, String value) {
        return signed().body(Map.of("patchOperations", List.of(Map.of("op", op, "path", member, "value", value))))
                .patch(path)
                .then();
    }

    /** An API with nothing in it; its path. */
    public static String newApi() {
        return "/restapis/"
                + post("/restapis", Map.of("name", "test"))
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
    }

    /** The path of an API's root resource. */
    public static String rootOf(String api) {
        return api + "/resources/" + get(api).statusCode(200).extract().<String>path("rootResourceId");
    }

    /** A resource below another; its path. */
    public static String newResource(String parent, String pathPart) {
        String id = post(parent, Map.of("pathPart", pathPart))
                .statusCode(201)
                .extract()
                .path("id");
        return parent.substring(0, parent.lastIndexOf('/') + 1) + id;
    }

    /** A method without authorization; its path. */
    public static String newMethod(String resource, String verb) {
        String method = resource + "/methods/" + verb;
        put(method, Map.of("authorizationType", "NONE")).statusCode(201);
        return method;
    }

    /** An API that can be deployed; its path. */
    public static String newDeployableApi() {
        String api = newApi();
        put(newMethod(rootOf(api), "GET") + "/integration", Map.of("type", "MOCK"))
                .statusCode(201);
        return api;
    }

    /** A deployment of an API; its identifier. */
    public static String newDeployment(String api) {
        return post(api + "/deployments", Map.of()).statusCode(201).extract().path("id");
    }
}
