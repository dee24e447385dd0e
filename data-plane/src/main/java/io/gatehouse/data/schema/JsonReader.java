// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads one JSON text into a tree, within a budget. Numbers keep every digit that they have. */
final class JsonReader {
    private static final int NESTING = 500;

    /** Powers of ten that a number may be away from one; arithmetic on more takes long. */
    private static final int MAGNITUDE = 2_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(NESTING).build())
            .build();

    private final JsonParser parser;
    private final Budget budget;

    private JsonReader(JsonParser parser, Budget budget) {
        this.parser = parser;
        this.budget = budget;
    }

    /**
     * Reads a text that has to be one document.
     *
     * @throws IOException when it is none, or nested too deep
     * @throws TooMuchException when there is too much of it
     */
    static JsonNode read(String text, Budget budget) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonReader reader = new JsonReader(parser, budget);
            JsonNode root = reader.value(parser.nextToken());
            if (parser.nextToken() != null) {
                throw new IOException("text after the document");
            }
            return root;
        } catch (NumberFormatException tooLarge) {
            throw new IOException(tooLarge);
        }
    }

    private JsonNode value(@Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new IOException("the document ends too early");
        }
        budget.value();
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> integer(parser.getNumberValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(fraction());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IOException("unexpected " + token);
        };
    }

    private static JsonNode integer(Number number) {
        return switch (number) {
            case Integer small -> NODES.numberNode(small.intValue());
            case Long large -> NODES.numberNode(large.longValue());
            default -> NODES.numberNode((BigInteger) number);
        };
    }

    private BigDecimal fraction() throws IOException {
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > MAGNITUDE) {
            throw new IOException("a number that is too large or too small");
        }
        return number;
    }

    private ObjectNode object() throws IOException {
        budget.container();
        ObjectNode object = NODES.objectNode();
        String name;
        while ((name = parser.nextFieldName()) != null) {
            object.set(name, value(parser.nextToken()));
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        budget.container();
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token));
        }
        return array;
    }
}
