// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.control.aws.Arns;
import io.gatehouse.control.aws.Caller;
import io.gatehouse.control.aws.error.BadRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a resource policy: what AWS makes of it when it is stored, and how it is sent back. Source: developer guide,
 * "API Gateway resource policy examples".
 */
final class PolicyDocument {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String SHORT_PREFIX = "execute-api:/";

    private PolicyDocument() {}

    /**
     * The policy with short resources made whole and lists of one resource made plain; absent when it is absent or empty.
     *
     * @throws BadRequestException when it is no policy
     */
    static @Nullable String expanded(@Nullable String policy, Caller caller, String apiId) {
        if (policy == null || policy.isEmpty()) {
            return null;
        }
        try {
            if (!(MAPPER.readTree(policy) instanceof ObjectNode document) || !document.has("Statement")) {
                throw invalid();
            }
            String arn = Arns.executeApi(caller, apiId) + "/";
            JsonNode statement = document.get("Statement");
            Iterable<JsonNode> statements = statement.isArray() ? statement : List.of(statement);
            for (JsonNode each : statements) {
                if (!(each instanceof ObjectNode object)) {
                    throw invalid();
                }
                expand(object, "Resource", arn);
                expand(object, "NotResource", arn);
            }
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw invalid();
        }
    }

    /** The text as answers carry it: escaped once more than JSON needs. */
    static String escaped(String policy) {
        return policy.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static void expand(ObjectNode statement, String member, String arn) {
        JsonNode resource = statement.get(member);
        if (resource instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, whole(list.get(i), arn));
            }
            if (list.size() == 1) {
                statement.set(member, list.get(0));
            }
        } else if (resource != null) {
            statement.set(member, whole(resource, arn));
        }
    }

    private static JsonNode whole(JsonNode resource, String arn) {
        String text = resource.asText();
        return text.startsWith(SHORT_PREFIX) ? TextNode.valueOf(arn + text.substring(SHORT_PREFIX.length())) : resource;
    }

    private static BadRequestException invalid() {
        return BadRequestException.of(
                "Invalid policy document. Please check the policy syntax and ensure that Principals are valid.");
    }
}
