// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newApi;
import static io.gatehouse.control.Calls.newMethod;
import static io.gatehouse.control.Calls.newResource;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.rootOf;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResourceOperationsIT {
    private static final String UNKNOWN = "Invalid Resource identifier specified";

    @Test
    void aNewApiHasItsRootOnly() {
        String api = newApi();
        String rootId = get(api).extract().path("rootResourceId");

        get(api + "/resources")
                .statusCode(200)
                .body("item", hasSize(1))
                .body("item[0]", equalTo(Map.of("id", rootId, "path", "/")));
        get(api + "/resources/" + rootId).body("$", equalTo(Map.of("id", rootId, "path", "/")));
    }

    @Test
    void aChildShowsItsParentAndItsWholePath() {
        String root = rootOf(newApi());
        String users = newResource(root, "users");

        post(users, Map.of("pathPart", "{id}"))
                .statusCode(201)
                .body("$", aMapWithSize(4))
                .body("id", matchesPattern("[a-z0-9]{10}"))
                .body("parentId", equalTo(users.substring(users.lastIndexOf('/') + 1)))
                .body("pathPart", equalTo("{id}"))
                .body("path", equalTo("/users/{id}"));
    }

    @Test
    void resourcesComeByPathAndInPages() {
        String api = newApi();
        String root = rootOf(api);
        newResource(newResource(root, "b"), "c");
        newResource(root, "a");

        get(api + "/resources").body("item.path", contains("/", "/a", "/b", "/b/c"));
        String position = get(api + "/resources?limit=3")
                .body("item.path", contains("/", "/a", "/b"))
                .extract()
                .path("position");
        get(api + "/resources?limit=3&position=" + position)
                .body("item.path", contains("/b/c"))
                .body("position", nullValue());
    }

    @Test
    void methodsAreShownInFullOnlyWhenTheyAreAskedFor() {
        String api = newApi();
        String root = rootOf(api);
        newMethod(root, "GET");

        get(api + "/resources").body("item[0].resourceMethods", equalTo(Map.of("GET", Map.of())));
        get(root).body("resourceMethods", equalTo(Map.of("GET", Map.of())));
        Map<String, Object> whole = Map.of("httpMethod", "GET", "authorizationType", "NONE", "apiKeyRequired", false);
        get(api + "/resources?embed=methods").body("item[0].resourceMethods", equalTo(Map.of("GET", whole)));
        get(root + "?embed=methods").body("resourceMethods", equalTo(Map.of("GET", whole)));
    }

    @Test
    void aTakenNameIsAConflict() {
        String root = rootOf(newApi());
        newResource(root, "users");

        post(root, Map.of("pathPart", "users"))
                .statusCode(409)
                .header("x-amzn-ErrorType", equalTo("ConflictException"))
                .body("message", equalTo("Another resource with the same parent already has this name: users"));
    }

    @Test
    void aSecondVariableIsRefused() {
        String root = rootOf(newApi());
        newResource(root, "{id}");

        post(root, Map.of("pathPart", "{proxy+}"))
                .statusCode(400)
                .header("x-amzn-ErrorType", equalTo("BadRequestException"))
                .body(
                        "message",
                        equalTo("A sibling ({id}) of this resource already has a variable path part"
                                + " -- only one is allowed"));
    }

    @Test
    void anUnknownResourceIsNotFoundWhereverItStands() {
        String api = newApi();
        String other = rootOf(newApi());

        post(api + "/resources/nope", Map.of("pathPart", "a")).statusCode(404).body("message", equalTo(UNKNOWN));
        get(api + "/resources/nope").statusCode(404).body("message", equalTo(UNKNOWN));
        get(api + "/resources/" + other.substring(other.lastIndexOf('/') + 1)).statusCode(404);
        get("/restapis/nope/resources/nope").statusCode(404).body("message", equalTo(UNKNOWN));
    }

    @Test
    void anUnknownApiHasNoList() {
        get("/restapis/nope/resources")
                .statusCode(404)
                .body("message", equalTo("Invalid API identifier specified 111122223333:nope"));
    }
}
