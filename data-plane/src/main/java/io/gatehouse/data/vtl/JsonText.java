// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text into the plain values that templates work on: {@link LinkedHashMap}, {@link JsonList}, String, Boolean,
 * Integer, Long, BigInteger, Double (BigDecimal where a double would lose digits), null. Reading is streaming, without
 * reflection.
 */
final class JsonText {
    /** Significant digits that a double always keeps. */
    private static final int DOUBLE_DIGITS = 17;

    private static final int CHARACTERS_PER_STEP = 4;

    /** Steps of making an object or array, which takes many times the memory of its text. */
    private static final int CONTAINER = 8;

    /** Characters that a path has around each name. */
    private static final int BRACKETS = 4;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser parser;
    private long longestPath;

    private JsonText(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * A document that was read.
     *
     * @param root null for JSON null
     * @param longestPath characters of the longest path to a value, as JSONPath writes it
     */
    record Document(@Nullable Object root, long longestPath) {}

    /**
     * Reads one document.
     *
     * @throws IOException the text is not one JSON document
     */
    static Document read(String text) throws IOException {
        Budget.current().step(text.length() / CHARACTERS_PER_STEP);
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonText reader = new JsonText(parser);
            Object root = reader.value(parser.nextToken(), 1);
            if (parser.nextToken() != null) {
                throw new IOException("text after the JSON document");
            }
            return new Document(root, reader.longestPath);
        }
    }

    private @Nullable Object value(@Nullable JsonToken token, long path) throws IOException {
        if (token == null) {
            throw new IOException("the JSON document ends too early");
        }
        longestPath = Math.max(longestPath, path);
        Budget.current().made(1);
        return switch (token) {
            case START_OBJECT -> object(path);
            case START_ARRAY -> array(path);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> fraction();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IOException("unexpected " + token);
        };
    }

    private Number fraction() throws IOException {
        if (parser.getTextLength() <= DOUBLE_DIGITS) {
            double value = parser.getDoubleValue();
            if (!Double.isInfinite(value)) {
                return value;
            }
        }
        return new BigDecimal(parser.getText());
    }

    private Map<String, @Nullable Object> object(long path) throws IOException {
        Budget.current().step(CONTAINER);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        String name;
        while ((name = parser.nextFieldName()) != null) {
            members.put(name, value(parser.nextToken(), path + name.length() + BRACKETS));
        }
        return members;
    }

    private JsonList array(long path) throws IOException {
        Budget.current().step(CONTAINER);
        JsonList elements = new JsonList();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(token, path + BRACKETS));
        }
        return elements;
    }
}
