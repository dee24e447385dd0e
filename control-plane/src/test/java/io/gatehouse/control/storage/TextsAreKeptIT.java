// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newMethod;
import static io.gatehouse.control.Calls.newResource;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.put;
import static io.gatehouse.control.Calls.rootOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.Calls;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts come back from the database as they were sent, or are refused: databases differ in what they can hold. */
@QuarkusTest
class TextsAreKeptIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table stage; --",
                "back\\slash \"quoted\" ${expression} %s ?1 {0}",
                " leading, trailing and\ttabs\r\n",
                "Straße, żółć, Ελληνικά, 中文, עברית",
                "👩‍👩‍👧 \uD83D\uDE80 e\u0301",
                "\u0001\u001f\u007f\u0085\u2028\uFEFF\uFFFD",
            })
    void aDescriptionIsShownAsItWasGiven(String text) {
        String id = post("/restapis", Map.of("name", "texts", "description", text))
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(get("/restapis/" + id).statusCode(200).extract().<String>path("description"))
                .isEqualTo(text);
    }

    @Test
    void aTextOfAMegabyteIsKeptAndFrozen() {
        String text = "é".repeat(300_000) + "x".repeat(400_000);
        String api = Calls.newApi();
        String method = newMethod(newResource(rootOf(api), "large"), "GET");
        String integration = method + "/integration";
        put(integration, Map.of("type", "MOCK", "requestTemplates", Map.of("application/json", text)))
                .statusCode(201);

        post(api + "/deployments", Map.of("stageName", "prod")).statusCode(201);

        assertThat(get(integration).extract().<String>path("requestTemplates.'application/json'"))
                .isEqualTo(text);
    }

    /** PostgreSQL cannot store the first, nor UTF-8 express the others. */
    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "\\udE80\\ud83d"})
    void whatNoDatabaseCanHoldIsNeverAnErrorOfTheServer(String escaped) {
        int status = Calls.signed()
                .body("{\"name\": \"texts\", \"description\": \"a" + escaped + "b\"}")
                .post("/restapis")
                .statusCode();

        assertThat(status).isEqualTo(400);
    }
}
