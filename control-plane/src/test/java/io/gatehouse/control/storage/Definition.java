// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an API serves, as lines that can be compared: one per resource, per method and per response, whoever tells of it. */
final class Definition {

    private Definition() {}

    /** As a deployment froze it. */
    static Set<String> frozen(JsonNode document) {
        Set<String> lines = new TreeSet<>();
        for (JsonNode resource : document.get("resources")) {
            String id = resource.get("id").asText();
            lines.add(resourceLine(id, resource));
            for (JsonNode method : resource.get("methods")) {
                String key = id + "/" + method.get("httpMethod").asText();
                addMethod(lines, key, method);
                addIntegration(lines, key, method.get("integration"));
            }
        }
        return lines;
    }

    /** As the journal tells it. */
    static Set<String> journaled(Map<String, JsonNode> state) {
        Set<String> lines = new TreeSet<>();
        state.forEach((name, document) -> {
            String key = name.substring(name.indexOf(' ') + 1);
            switch (name.substring(0, name.indexOf(' '))) {
                case "resource" -> lines.add(resourceLine(key, document));
                case "method" -> addMethod(lines, key, document);
                case "integration" -> addIntegration(lines, key, document);
                default -> {}
            }
        });
        return lines;
    }

    /** As GetResources with embedded methods shows it. */
    static Set<String> shown(JsonNode resources) {
        Set<String> lines = new TreeSet<>();
        for (JsonNode resource : resources.get("item")) {
            String id = resource.get("id").asText();
            lines.add(resourceLine(id, resource));
            resource.path("resourceMethods").properties().forEach(method -> {
                addMethod(lines, id + "/" + method.getKey(), method.getValue());
                addIntegration(
                        lines, id + "/" + method.getKey(), method.getValue().get("methodIntegration"));
            });
        }
        return lines;
    }

    private static String resourceLine(String id, JsonNode resource) {
        return id + " is " + resource.get("path").asText();
    }

    private static void addMethod(Set<String> lines, String key, JsonNode method) {
        lines.add(key + " takes " + method.get("authorizationType").asText() + ", key "
                + method.get("apiKeyRequired").asText());
        method.path("methodResponses").fieldNames().forEachRemaining(status -> lines.add(key + " declares " + status));
    }

    private static void addIntegration(Set<String> lines, String key, JsonNode integration) {
        lines.add(key + " calls " + integration.get("type").asText());
        integration
                .path("integrationResponses")
                .properties()
                .forEach(response -> lines.add(key + " answers " + response.getKey() + " with "
                        + response.getValue()
                                .path("responseTemplates")
                                .path("application/json")
                                .asText()));
    }
}
