// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.Calls;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Text that is free comes back as it was sent, character by character, on whichever database it was kept. */
@QuarkusTest
class UnicodeTextIT {

    private static final List<String> TEXTS = List.of(
            "plain",
            "é e\u0301 ǆ ß İ ı",
            "\u202eمرحبا\u202c שלום",
            "😀👩\u200d👩\u200d👧 𝒳 \uD83C\uDDE9\uD83C\uDDEA",
            "日本語 한국어 ไทย",
            "\uFEFF\uFFFE\uFFFF\uFFFD\u0001\u007F\u0085\u2028",
            " \t\r\n ' \" \\ / % $ { } < > & ~0 ~1 \\u0000");

    @Test
    void textsOfAnApi() {
        for (String text : TEXTS) {
            Map<String, Object> body =
                    Map.of("name", text, "description", text, "version", text, "tags", Map.of("k" + text, text));
            JsonPath created =
                    Calls.post("/restapis", body).statusCode(201).extract().jsonPath();
            JsonPath read = Calls.get("/restapis/" + created.getString("id"))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (JsonPath api : List.of(created, read)) {
                assertThat(api.getMap("")).containsAllEntriesOf(body);
            }
        }
    }

    @Test
    void textsOfAMethodAndItsIntegration() {
        String method = Calls.rootOf(Calls.newApi()) + "/methods/GET";
        Calls.put(method, Map.of("authorizationType", "NONE", "operationName", "list"))
                .statusCode(201);
        Map<String, String> templates = new LinkedHashMap<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            templates.put("text/" + i, TEXTS.get(i));
        }
        Map<String, Object> integration = Map.of("type", "MOCK", "requestTemplates", templates);
        Calls.put(method + "/integration", integration).statusCode(201);
        assertThat(Calls.get(method + "/integration").extract().jsonPath().getMap(""))
                .containsAllEntriesOf(integration);
        Calls.put(method + "/responses/200", Map.of()).statusCode(201);
        Map<String, Object> response = Map.of("selectionPattern", "😀|ا", "responseTemplates", templates);
        String responses = method + "/integration/responses/200";
        Calls.put(responses, response).statusCode(201);
        assertThat(Calls.get(responses).extract().jsonPath().getMap("")).containsAllEntriesOf(response);
    }

    @Test
    void descriptionsOfDeploymentsAndStages() {
        String api = Calls.newDeployableApi();
        String first = Calls.newDeployment(api);
        Calls.post(api + "/stages", Map.of("stageName", "live", "deploymentId", first))
                .statusCode(201);
        for (String text : TEXTS) {
            String deployment = Calls.post(api + "/deployments", Map.of("description", text))
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertThat(Calls.get(api + "/deployments/" + deployment).extract().<String>path("description"))
                    .isEqualTo(text);
            Calls.patch(api + "/stages/live", "replace", "/description", text).statusCode(200);
            assertThat(Calls.get(api + "/stages/live").extract().<String>path("description"))
                    .isEqualTo(text);
        }
    }
}
