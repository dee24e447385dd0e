// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into text as AWS prints them. A map prints in Java's way ({@code {foo=bar}}), a list of the JSON document as
 * compact JSON with everything in it, and a list that the template wrote itself in Java's way ({@code [a, b]}).
 */
final class Printer {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final StringBuilder out = new StringBuilder();
    private final Budget budget;

    private Printer(Budget budget) {
        this.budget = budget;
    }

    /** The text that a reference to this value prints. */
    static String text(@Nullable Object value, Budget budget) {
        String text = scalar(value);
        if (text == null) {
            Printer printer = new Printer(budget);
            printer.print(value, 0);
            text = printer.out.toString();
        }
        budget.text(text.length());
        return text;
    }

    /** The value as compact JSON. */
    static String json(@Nullable Object value, Budget budget) {
        Printer printer = new Printer(budget);
        printer.json(value, 0);
        budget.text(printer.out.length());
        return printer.out.toString();
    }

    private static @Nullable String scalar(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Absent absent -> "";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Character character -> character.toString();
            default -> null;
        };
    }

    private void print(@Nullable Object value, int depth) {
        enter(depth);
        switch (value) {
            case null -> out.append("null");
            case Absent absent -> out.append("null");
            case JsonList list -> json(list, depth);
            case TemplateContext context -> print(context.members(), depth);
            case Map<?, ?> map -> printMap(map, depth);
            case Map.Entry<?, ?> entry -> {
                print(entry.getKey(), depth + 1);
                out.append('=');
                print(entry.getValue(), depth + 1);
            }
            case Iterable<?> elements -> printElements(elements, depth);
            default -> out.append(plain(value));
        }
    }

    private void printMap(Map<?, ?> map, int depth) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            print(entry.getKey(), depth + 1);
            out.append('=');
            print(entry.getValue(), depth + 1);
            separator = ", ";
        }
        out.append('}');
    }

    private void printElements(Iterable<?> elements, int depth) {
        out.append('[');
        String separator = "";
        for (Object element : elements) {
            out.append(separator);
            print(element, depth + 1);
            separator = ", ";
        }
        out.append(']');
    }

    private void json(@Nullable Object value, int depth) {
        enter(depth);
        switch (value) {
            case null -> out.append("null");
            case Absent absent -> out.append("null");
            case Number number -> out.append(number);
            case Boolean truth -> out.append(truth);
            case TemplateContext context -> json(context.members(), depth);
            case Map<?, ?> map -> jsonObject(map, depth);
            case Iterable<?> elements -> jsonArray(elements.iterator(), depth);
            default -> quote(plain(value));
        }
    }

    private void jsonObject(Map<?, ?> map, int depth) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            quote(plain(entry.getKey()));
            out.append(':');
            json(entry.getValue(), depth + 1);
            separator = ",";
        }
        out.append('}');
    }

    private void jsonArray(Iterator<?> elements, int depth) {
        out.append('[');
        while (elements.hasNext()) {
            json(elements.next(), depth + 1);
            if (elements.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private void quote(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i);
                escape(c);
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> out.append("\\u").append(HEX.toHexDigits(c));
        }
    }

    /** Scalars, keys and whatever else Velocity lets through, none of which holds other values. */
    private static String plain(@Nullable Object value) {
        String text = scalar(value);
        return text != null
                ? text
                : value instanceof List<?> || value instanceof Map<?, ?> ? "" : String.valueOf(value);
    }

    private void enter(int depth) {
        budget.depth(depth);
        budget.step(1);
        budget.single(out.length());
    }
}
