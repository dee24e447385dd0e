// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Keywords for values of any type. */
final class ValueKeywords {
    static final Set<String> TYPES =
            new TreeSet<>(List.of("array", "boolean", "integer", "null", "number", "object", "string"));

    private ValueKeywords() {}

    /** {@code type}: an integer is a number too, and a number with a fraction, be it zero, is no integer. */
    static Rule isOfType(List<String> types) {
        TreeSet<String> allowed = new TreeSet<>(types);
        if (allowed.contains("number")) {
            allowed.add("integer");
        }
        return (value, check) -> {
            String type = type(value);
            if (!allowed.contains(type)) {
                check.fail(() -> "instance type (" + type + ") does not match any allowed primitive type (allowed: "
                        + Words.names(allowed) + ")");
            }
        };
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case OBJECT -> "object";
            case STRING -> "string";
            case NULL, MISSING, BINARY, POJO -> "null";
        };
    }

    /** {@code enum}. */
    static Rule isOneOf(List<JsonNode> values) {
        return (value, check) -> {
            JsonKey key = new JsonKey(value, check.budget());
            for (JsonNode possible : values) {
                if (key.isSameAs(possible)) {
                    return;
                }
            }
            check.fail(() -> "instance value (" + Words.json(value) + ") not found in enum (possible values: "
                    + Words.json(JsonNodeFactory.instance.arrayNode().addAll(values)) + ")");
        };
    }
}
