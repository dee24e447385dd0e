// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keywords for objects; values of other types pass. */
final class ObjectKeywords {
    private ObjectKeywords() {}

    static Rule maxProperties(int maximum) {
        return (value, check) -> {
            if (value.isObject() && value.size() > maximum) {
                check.fail(() -> "object has too many properties (found " + value.size()
                        + " but schema requires at most " + maximum + ")");
            }
        };
    }

    static Rule minProperties(int minimum) {
        return (value, check) -> {
            if (value.isObject() && value.size() < minimum) {
                check.fail(() -> "object has too few properties (found " + value.size()
                        + " but schema requires at least " + minimum + ")");
            }
        };
    }

    static Rule required(List<String> names) {
        return (value, check) -> {
            List<String> missing = value.isObject() ? missing(value, names) : List.of();
            if (!missing.isEmpty()) {
                check.fail(() -> "object has missing required properties (" + Words.names(missing) + ")");
            }
        };
    }

    private static List<String> missing(JsonNode object, Collection<String> names) {
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            if (!object.has(name)) {
                missing.add(name);
            }
        }
        return missing;
    }

    /** {@code dependencies}: on other properties, or on a schema. */
    static Rule dependencies(Keywords keywords) {
        JsonNode dependencies = keywords.get("dependencies");
        Keywords.require(dependencies != null && dependencies.isObject(), "dependencies", "an object");
        List<Rule> rules = new ArrayList<>();
        if (dependencies != null) {
            dependencies
                    .fields()
                    .forEachRemaining(member -> rules.add(
                            member.getValue().isArray()
                                    ? onNames(member.getKey(), keywords.names(member.getValue(), "dependencies"))
                                    : onSchema(member.getKey(), keywords.compiled(member.getValue()))));
        }
        return (value, check) -> {
            if (value.isObject()) {
                rules.forEach(rule -> rule.apply(value, check));
            }
        };
    }

    private static Rule onNames(String property, List<String> names) {
        return (value, check) -> {
            List<String> missing = value.has(property) ? missing(value, names) : List.of();
            if (!missing.isEmpty()) {
                check.fail(() -> "property \"" + Words.text(property)
                        + "\" of object has missing property dependencies (schema requires " + Words.names(names)
                        + "; missing: " + Words.names(missing) + ")");
            }
        };
    }

    private static Rule onSchema(String property, Schema schema) {
        return (value, check) -> {
            if (value.has(property)) {
                schema.apply(value, check);
            }
        };
    }

    private record Matching(EcmaPattern pattern, Schema schema) {}

    /** {@code properties}, {@code patternProperties} and {@code additionalProperties} together. */
    static Rule properties(Keywords keywords) {
        List<Matching> byPattern = new ArrayList<>();
        keywords.schemasByName("patternProperties")
                .forEach((pattern, schema) -> byPattern.add(new Matching(EcmaPattern.compile(pattern), schema)));
        JsonNode additional = keywords.get("additionalProperties");
        Keywords.require(
                additional == null || additional.isBoolean() || additional.isObject(),
                "additionalProperties",
                "a schema, true or false");
        boolean closed = additional != null && additional.isBoolean() && !additional.booleanValue();
        Schema rest = additional != null && additional.isObject() ? keywords.compiled(additional) : null;
        return new Properties(keywords.schemasByName("properties"), byPattern, rest, closed);
    }

    /**
     * Applies schemas to the members.
     *
     * @param rest for members that neither name nor pattern takes; {@code null} for any
     * @param closed whether there may be none of those
     */
    private record Properties(
            Map<String, Schema> byName,
            List<Matching> byPattern,
            @Nullable Schema rest,
            boolean closed) implements Rule {
        @Override
        public void apply(JsonNode value, Check check) {
            if (!value.isObject()) {
                return;
            }
            TreeSet<String> unknown = new TreeSet<>();
            Iterator<Map.Entry<String, JsonNode>> members = value.fields();
            while (members.hasNext() && !check.settled()) {
                Map.Entry<String, JsonNode> member = members.next();
                check.budget().step(1);
                if (!applied(member.getKey(), member.getValue(), check)) {
                    unknown.add(member.getKey());
                }
            }
            if (closed && !unknown.isEmpty()) {
                check.fail(() ->
                        "object instance has properties which are not allowed by the schema: " + Words.names(unknown));
            }
        }

        /** Whether the member is one that the schema knows, or lets be. */
        private boolean applied(String name, JsonNode value, Check check) {
            boolean known = false;
            Schema named = byName.get(name);
            if (named != null) {
                known = true;
                named.apply(value, check);
            }
            for (Matching matching : byPattern) {
                if (matching.pattern().isFoundIn(name, check.budget())) {
                    known = true;
                    matching.schema().apply(value, check);
                }
            }
            if (!known && rest != null) {
                rest.apply(value, check);
            }
            return known || !closed;
        }
    }
}
