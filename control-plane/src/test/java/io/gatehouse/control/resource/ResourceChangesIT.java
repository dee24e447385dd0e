// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import static io.gatehouse.control.Calls.delete;
import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newApi;
import static io.gatehouse.control.Calls.newMethod;
import static io.gatehouse.control.Calls.newResource;
import static io.gatehouse.control.Calls.patch;
import static io.gatehouse.control.Calls.put;
import static io.gatehouse.control.Calls.rootOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResourceChangesIT {

    @Test
    void aRenamedResourceTakesTheOnesBelowAlong() {
        String api = newApi();
        String users = newResource(rootOf(api), "users");
        newResource(newResource(users, "{id}"), "orders");
        newMethod(users, "GET");

        patch(users, "replace", "/pathPart", "people")
                .statusCode(200)
                .body("path", equalTo("/people"))
                .body("pathPart", equalTo("people"))
                .body("resourceMethods", equalTo(Map.of("GET", Map.of())));
        get(api + "/resources").body("item.path", contains("/", "/people", "/people/{id}", "/people/{id}/orders"));
    }

    @Test
    void aMovedResourceTakesTheOnesBelowAlong() {
        String api = newApi();
        String root = rootOf(api);
        String a = newResource(root, "a");
        String b = newResource(root, "b");
        newResource(a, "leaf");

        patch(a, "replace", "/parentId", idOf(b)).statusCode(200).body("path", equalTo("/b/a"));
        get(api + "/resources").body("item.path", contains("/", "/b", "/b/a", "/b/a/leaf"));
        patch(a, "replace", "/parentId", idOf(root)).statusCode(200).body("path", equalTo("/a"));
        get(api + "/resources").body("item.path", contains("/", "/a", "/a/leaf", "/b"));
    }

    @Test
    void noResourceGoesBelowItself() {
        String a = newResource(rootOf(newApi()), "a");
        String below = newResource(newResource(a, "b"), "c");

        for (String parent : new String[] {idOf(a), idOf(below)}) {
            patch(a, "replace", "/parentId", parent)
                    .statusCode(400)
                    .body("message", equalTo("Resources cannot be cyclical."));
        }
    }

    @Test
    void aPlaceThatIsTakenOrGreedyIsRefused() {
        String root = rootOf(newApi());
        String a = newResource(root, "a");
        String variable = newResource(root, "{id}");
        String greedy = newResource(newResource(root, "deep"), "{proxy+}");

        patch(a, "replace", "/pathPart", "deep")
                .statusCode(409)
                .body("message", equalTo("Another resource with the same parent already has this name: deep"));
        patch(a, "replace", "/pathPart", "{other}").statusCode(400);
        patch(a, "replace", "/pathPart", "a b").statusCode(400);
        patch(a, "replace", "/pathPart", "").statusCode(400);
        patch(a, "replace", "/parentId", idOf(greedy))
                .statusCode(400)
                .body("message", equalTo("Cannot create a child of a resource with a greedy path variable: {proxy+}"));
        newResource(variable, "below");
        patch(variable, "replace", "/pathPart", "{all+}").statusCode(400);
        patch(variable, "replace", "/pathPart", "{key}").statusCode(200).body("path", equalTo("/{key}"));
        get(a).body("path", equalTo("/a"));
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        String api = newApi();
        String a = newResource(rootOf(api), "a");

        for (String path : new String[] {api + "/resources/nope", "/restapis/nope/resources/nope"}) {
            patch(path, "replace", "/pathPart", "b")
                    .statusCode(404)
                    .body("message", equalTo("Invalid Resource identifier specified"));
            delete(path).statusCode(404).body("message", equalTo("Invalid Resource identifier specified"));
        }
        patch(a, "replace", "/parentId", "nope")
                .statusCode(404)
                .body("message", equalTo("Invalid Resource identifier specified"));
    }

    @Test
    void otherPathsAreRefusedInAwsWords() {
        String a = newResource(rootOf(newApi()), "a");

        patch(a, "replace", "/invalid", "x")
                .statusCode(400)
                .body(
                        "message",
                        equalTo("Invalid patch path  '/invalid' specified for op 'replace'. Must be one of:"
                                + " [/parentId, /pathPart]"));
        patch(a, "remove", "/pathPart", "x")
                .statusCode(400)
                .body(
                        "message",
                        equalTo("Invalid patch path  '/pathPart' specified for op 'remove'. Please choose supported"
                                + " operations"));
    }

    @Test
    void aDeletedResourceTakesEverythingBelowAlongButWhatWasMovedAway() {
        String api = newApi();
        String root = rootOf(api);
        String parent = newResource(root, "parent");
        String method = newMethod(newResource(parent, "child"), "GET");
        put(method + "/integration", Map.of("type", "MOCK")).statusCode(201);
        String moved = newResource(parent, "moved");
        patch(moved, "replace", "/parentId", idOf(root)).statusCode(200);

        delete(parent).statusCode(202).body(emptyString());
        get(api + "/resources").body("item.path", contains("/", "/moved"));
        get(parent).statusCode(404);
        get(method).statusCode(404);
        get(method + "/integration").statusCode(404);
    }

    @Test
    void theNameOfADeletedResourceIsFreeAgain() {
        String root = rootOf(newApi());
        delete(newResource(root, "{proxy+}")).statusCode(202);

        newResource(newResource(root, "{child}"), "{proxy+}");
    }

    @Test
    void theRootStaysAsItIs() {
        String root = rootOf(newApi());

        delete(root).statusCode(400);
        patch(root, "replace", "/pathPart", "x").statusCode(400);
        get(root).body("path", equalTo("/"));
    }

    private static String idOf(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }
}
