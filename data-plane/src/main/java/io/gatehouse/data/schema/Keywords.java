// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keywords of one schema (draft-fge-json-schema-validation-00), compiled in order of their names, as AWS reports
 * what is wrong; those that look into a value come last. A keyword that draft 4 does not know asks for nothing; one
 * whose value is none makes the schema unusable.
 */
final class Keywords {
    private final SchemaSet set;
    private final JsonNode schema;
    private final String address;

    /**
     * @param schema an object
     * @param address of the document that it is in
     */
    Keywords(SchemaSet set, JsonNode schema, String address) {
        this.set = set;
        this.schema = schema;
        this.address = address;
    }

    /**
     * The rules of the schema.
     *
     * @throws UnusableSchemaException when a keyword's value is none
     */
    List<Rule> compile() {
        JsonNode reference = schema.get("$ref");
        if (reference != null && reference.isTextual()) {
            Schema target = set.reference(reference.textValue(), address);
            return List.of(target::apply);
        }
        List<Rule> own = new ArrayList<>();
        List<Rule> inner = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        schema.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            Rule rule = rule(name);
            if (rule != null) {
                own.add(rule);
            }
        }
        if (schema.has("items") || schema.has("additionalItems")) {
            inner.add(ArrayKeywords.items(this));
        }
        if (schema.has("properties") || schema.has("patternProperties") || schema.has("additionalProperties")) {
            inner.add(ObjectKeywords.properties(this));
        }
        own.addAll(inner);
        return own;
    }

    private @Nullable Rule rule(String name) {
        return switch (name) {
            case "allOf" -> CombinedKeywords.allOf(schemas(name));
            case "anyOf" -> CombinedKeywords.anyOf(schemas(name));
            case "dependencies" -> ObjectKeywords.dependencies(this);
            case "enum" -> ValueKeywords.isOneOf(elements(name));
            case "format" -> Formats.of(text(name));
            case "maximum" -> NumberKeywords.maximum(number(name), flag("exclusiveMaximum"));
            case "maxItems" -> ArrayKeywords.maxItems(count(name));
            case "maxLength" -> TextKeywords.maxLength(count(name));
            case "maxProperties" -> ObjectKeywords.maxProperties(count(name));
            case "minimum" -> NumberKeywords.minimum(number(name), flag("exclusiveMinimum"));
            case "minItems" -> ArrayKeywords.minItems(count(name));
            case "minLength" -> TextKeywords.minLength(count(name));
            case "minProperties" -> ObjectKeywords.minProperties(count(name));
            case "multipleOf" -> NumberKeywords.multipleOf(divisor(name));
            case "not" -> CombinedKeywords.not(schema(name));
            case "oneOf" -> CombinedKeywords.oneOf(schemas(name));
            case "pattern" -> TextKeywords.pattern(EcmaPattern.compile(text(name)));
            case "required" -> ObjectKeywords.required(names(schema.get(name), name));
            case "type" -> ValueKeywords.isOfType(types());
            case "uniqueItems" -> flag(name) ? ArrayKeywords.uniqueItems() : null;
            default -> null;
        };
    }

    @Nullable
    JsonNode get(String name) {
        return schema.get(name);
    }

    Schema schema(String name) {
        return compiled(schema.path(name));
    }

    Schema compiled(JsonNode node) {
        return set.schema(node, address);
    }

    /** Schemas by name; none when the keyword is absent. */
    Map<String, Schema> schemasByName(String name) {
        JsonNode members = schema.get(name);
        Map<String, Schema> byName = new LinkedHashMap<>();
        if (members != null) {
            require(members.isObject(), name, "an object");
            members.fields().forEachRemaining(member -> byName.put(member.getKey(), compiled(member.getValue())));
        }
        return byName;
    }

    private List<Schema> schemas(String name) {
        List<Schema> all = new ArrayList<>();
        elements(name).forEach(element -> all.add(compiled(element)));
        return all;
    }

    private List<JsonNode> elements(String name) {
        JsonNode array = schema.path(name);
        require(array.isArray() && !array.isEmpty(), name, "an array that is not empty");
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    List<String> names(JsonNode array, String keyword) {
        require(array.isArray() && !array.isEmpty(), keyword, "an array that is not empty");
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode element : array) {
            require(element.isTextual(), keyword, "an array of texts");
            names.add(element.textValue());
        }
        return List.copyOf(names);
    }

    private List<String> types() {
        JsonNode type = schema.path("type");
        List<String> types = type.isTextual() ? List.of(type.textValue()) : names(type, "type");
        types.forEach(name -> require(ValueKeywords.TYPES.contains(name), "type", "one of " + ValueKeywords.TYPES));
        return types;
    }

    private String text(String name) {
        JsonNode value = schema.path(name);
        require(value.isTextual(), name, "a text");
        return value.textValue();
    }

    private BigDecimal number(String name) {
        JsonNode value = schema.path(name);
        require(value.isNumber(), name, "a number");
        return value.decimalValue();
    }

    private BigDecimal divisor(String name) {
        BigDecimal value = number(name);
        require(value.signum() > 0, name, "greater than 0");
        return value;
    }

    /** A count; one beyond what can be counted is as good as the highest. */
    private int count(String name) {
        BigDecimal value = number(name);
        require(value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0, name, "a whole number from 0");
        return value.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
    }

    private boolean flag(String name) {
        JsonNode value = schema.get(name);
        require(value == null || value.isBoolean(), name, "true or false");
        return value != null && value.booleanValue();
    }

    static void require(boolean holds, String keyword, String what) {
        if (!holds) {
            throw new UnusableSchemaException(keyword + " has to be " + what);
        }
    }
}
