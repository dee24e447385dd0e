// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gatehouse.control.aws.error.SerializationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON values to Java values, by shape, in AWS's words where they do not fit. Reads token by token, so that what nobody
 * asked for costs no memory however large it is.
 */
final class MemberDecoder {
    private static final int LONGEST_LONG = 20;

    private final JsonParser json;

    MemberDecoder(JsonParser json) {
        this.json = json;
    }

    /** The structure whose first token is the current one. */
    Object structure(Shape.Structure shape) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected("Expected null");
        }
        @Nullable Object[] values = new Object[shape.members().size()];
        while (json.nextToken() != JsonToken.END_OBJECT) {
            int place = shape.placeOf(json.currentName());
            JsonToken first = json.nextToken();
            if (place < 0) {
                json.skipChildren();
            } else {
                values[place] = first == JsonToken.VALUE_NULL
                        ? null
                        : value(shape.members().get(place).shape());
            }
        }
        return shape.create(Arrays.asList(values));
    }

    private Object value(Shape shape) throws IOException {
        return switch (shape) {
            case Shape.Text text -> text();
            case Shape.Flag flag -> flag();
            case Shape.Numeric numeric -> number(numeric.type());
            case Shape.Many many -> list(many);
            case Shape.Named named -> map(named);
            case Shape.Structure structure -> structure(structure);
        };
    }

    private String text() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw inconvertible("String");
        }
        return StorableText.require(json.getText());
    }

    private Boolean flag() {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw inconvertible("Boolean");
        };
    }

    /** A fraction is cut off where a whole number is wanted. */
    private Number number(Class<?> type) throws IOException {
        String target = type.getSimpleName();
        if (!json.currentToken().isNumeric()) {
            throw inconvertible(target);
        }
        if (type == Integer.class || type == Long.class) {
            long number = whole(target);
            if (type == Long.class) {
                return number;
            }
            if (number != (int) number) {
                throw inconvertible(target);
            }
            return (int) number;
        }
        double number = json.getDoubleValue();
        if (!Double.isFinite(type == Float.class ? (float) number : number)) {
            throw inconvertible(target);
        }
        return type == Float.class ? (Number) (float) number : (Number) number;
    }

    private long whole(String target) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            double number = json.getDoubleValue();
            if (number < Long.MIN_VALUE || number >= -(double) Long.MIN_VALUE) {
                throw inconvertible(target);
            }
            return (long) number;
        }
        try {
            if (json.getTextLength() <= LONGEST_LONG) {
                return Long.parseLong(json.getText());
            }
        } catch (NumberFormatException beyond) {
            // As if it were longer.
        }
        throw inconvertible(target);
    }

    private List<Object> list(Shape.Many shape) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected("Expected list or null");
        }
        List<Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                elements.add(value(shape.element()));
            }
        }
        return Collections.unmodifiableList(elements);
    }

    private Map<String, Object> map(Shape.Named shape) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected("Expected map or null");
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = StorableText.require(json.currentName());
            if (json.nextToken() == JsonToken.VALUE_NULL) {
                entries.remove(key);
            } else {
                entries.put(key, value(shape.value()));
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    private SerializationException inconvertible(String target) {
        return unexpected(javaClass() + " can not be converted to an " + target);
    }

    private SerializationException unexpected(String words) {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return SerializationException.of("Start of structure or map found where not expected.");
        }
        return SerializationException.of(
                token == JsonToken.START_ARRAY ? "Start of list found where not expected." : words);
    }

    /** AWS names the class that its own JSON reader makes of the value. */
    private String javaClass() {
        JsonToken token = json.currentToken();
        if (token.isBoolean()) {
            return "class java.lang.Boolean";
        }
        return token.isNumeric()
                ? "class com.amazon.coral.value.json.numbers.TruncatingBigNumber"
                : "class java.lang.String";
    }
}
