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
     * The policy that a text holds; absent when the text is absent or empty.
     *
     * @throws BadRequestException when it is no policy
     */
    static @Nullable ObjectNode parsed(@Nullable String policy) {
        if (policy == null || policy.isEmpty()) {
            return null;
        }
        JsonNode document;
        try {
            document = MAPPER.readTree(policy);
        } catch (JsonProcessingException e) {
            throw invalid();
        }
        if (!(document instanceof ObjectNode object) || !object.has("Statement")) {
            throw invalid();
        }
        for (JsonNode each : statements(object)) {
            if (!each.isObject()) {
                throw invalid();
            }
        }
        return object;
    }

    /** The text of a policy with short resources made whole and lists of one resource made plain. */
    static String expanded(ObjectNode policy, Caller caller, String apiId) {
        ObjectNode document = policy.deepCopy();
        String arn = Arns.executeApi(caller, apiId) + "/";
        for (JsonNode each : statements(document)) {
            expand((ObjectNode) each, "Resource", arn);
            expand((ObjectNode) each, "NotResource", arn);
        }
        return document.toString();
    }

    /** The text of a policy, whole as it is stored, with one API's resources in place of another's. */
    static String moved(String policy, Caller caller, String fromApiId, String toApiId) {
        return policy.replace(Arns.executeApi(caller, fromApiId) + "/", Arns.executeApi(caller, toApiId) + "/");
    }

    /** The text as answers carry it: escaped once more than JSON needs. */
    static String escaped(String policy) {
        return policy.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static Iterable<JsonNode> statements(ObjectNode document) {
        JsonNode statement = document.get("Statement");
        return statement.isArray() ? statement : List.of(statement);
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
