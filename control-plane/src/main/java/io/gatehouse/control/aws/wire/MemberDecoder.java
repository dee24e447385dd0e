// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.control.aws.error.SerializationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values to Java values, by shape, in AWS's words where they do not fit. */
final class MemberDecoder {

    private MemberDecoder() {}

    static Object structure(JsonNode node, Shape.Structure shape) {
        if (!node.isObject()) {
            throw unexpected(node, "Expected null");
        }
        List<@Nullable Object> values = new ArrayList<>(shape.members().size());
        for (Shape.Member member : shape.members()) {
            JsonNode value = node.get(member.name());
            values.add(value == null || value.isNull() ? null : value(value, member.shape()));
        }
        return shape.create(values);
    }

    private static Object value(JsonNode node, Shape shape) {
        return switch (shape) {
            case Shape.Text text -> node.isTextual() ? node.textValue() : refuse(node, "String");
            case Shape.Flag flag -> node.isBoolean() ? (Object) node.booleanValue() : refuse(node, "Boolean");
            case Shape.Numeric numeric -> number(node, numeric.type());
            case Shape.Many many -> list(node, many);
            case Shape.Named named -> map(node, named);
            case Shape.Structure structure -> structure(node, structure);
        };
    }

    private static Object number(JsonNode node, Class<?> type) {
        String target = type.getSimpleName();
        if (!node.isNumber()) {
            return refuse(node, target);
        }
        if (type == Double.class) {
            return node.doubleValue();
        }
        if (type == Float.class) {
            return node.floatValue();
        }
        boolean fits = type == Integer.class ? node.canConvertToInt() : node.canConvertToLong();
        if (!fits) {
            return refuse(node, target);
        }
        return type == Integer.class ? (Object) node.intValue() : (Object) node.longValue();
    }

    private static List<Object> list(JsonNode node, Shape.Many shape) {
        if (!node.isArray()) {
            throw unexpected(node, "Expected list or null");
        }
        List<Object> elements = new ArrayList<>(node.size());
        for (JsonNode element : node) {
            if (!element.isNull()) {
                elements.add(value(element, shape.element()));
            }
        }
        return Collections.unmodifiableList(elements);
    }

    private static Map<String, Object> map(JsonNode node, Shape.Named shape) {
        if (!node.isObject()) {
            throw unexpected(node, "Expected map or null");
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                entries.put(entry.getKey(), value(entry.getValue(), shape.value()));
            }
        });
        return Collections.unmodifiableMap(entries);
    }

    private static Object refuse(JsonNode node, String target) {
        throw unexpected(node, javaClass(node) + " can not be converted to an " + target);
    }

    private static SerializationException unexpected(JsonNode node, String words) {
        return SerializationException.of(
                switch (node.getNodeType()) {
                    case OBJECT, POJO -> "Start of structure or map found where not expected.";
                    case ARRAY -> "Start of list found where not expected.";
                    case BINARY, BOOLEAN, MISSING, NULL, NUMBER, STRING -> words;
                });
    }

    /** AWS names the class that its own JSON reader makes of the value. */
    private static String javaClass(JsonNode node) {
        if (node.isBoolean()) {
            return "class java.lang.Boolean";
        }
        return node.isNumber()
                ? "class com.amazon.coral.value.json.numbers.TruncatingBigNumber"
                : "class java.lang.String";
    }
}
