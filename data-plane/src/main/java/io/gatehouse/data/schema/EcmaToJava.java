// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a regular expression of ECMA 262 as Java's where the two differ, above all where Java's reading would let more
 * texts pass: its {@code $} matches before a last line break too, its classes nest and intersect, and letters that
 * ECMA 262 takes for themselves have meanings of their own.
 */
final class EcmaToJava {
    private static final String SPACES = "\\s\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";
    private static final Pattern QUANTIFIER = Pattern.compile("\\{\\d+(?:,\\d*)?}");

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private boolean inClass;

    EcmaToJava(String source) {
        this.source = source;
    }

    String translate() {
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '\\' && i + 1 < source.length()) {
                escape(source.charAt(i + 1));
                i += 2;
            } else if (inClass) {
                insideClass(c);
                i++;
            } else {
                i += outside(c, i);
            }
        }
        return out.toString();
    }

    private void insideClass(char c) {
        switch (c) {
            case ']' -> {
                inClass = false;
                out.append(c);
            }
            case '[', '&' -> out.append('\\').append(c);
            default -> out.append(c);
        }
    }

    /** Returns how many characters of the source it has read. */
    private int outside(char c, int at) {
        switch (c) {
            case '[' -> {
                return openClass(at);
            }
            case '$' -> out.append("\\z");
            case '.' -> out.append("[^\\n\\r\\u2028\\u2029]");
            case '{' -> {
                Matcher quantifier = QUANTIFIER.matcher(source).region(at, source.length());
                out.append(quantifier.lookingAt() ? "{" : "\\{");
            }
            default -> out.append(c);
        }
        return 1;
    }

    private int openClass(int at) {
        if (source.startsWith("[]", at)) {
            out.append("(?!)");
            return 2;
        }
        if (source.startsWith("[^]", at)) {
            out.append("[\\s\\S]");
            return 3;
        }
        inClass = true;
        out.append('[');
        if (source.startsWith("[^", at)) {
            out.append('^');
            return 2;
        }
        return 1;
    }

    private void escape(char c) {
        switch (c) {
            case 's' -> out.append(inClass ? SPACES : "[" + SPACES + "]");
            case 'S' -> out.append("[^" + SPACES + "]");
            case 'v' -> out.append("\\x0B");
            case '0' -> out.append("\\x00");
            case 'b' -> out.append(inClass ? "\\x08" : "\\b");
            case 'd', 'D', 'w', 'W', 'B', 't', 'n', 'r', 'f', 'c', 'x', 'u', 'k', 'p', 'P' ->
                out.append('\\').append(c);
            default -> {
                boolean ownMeaning = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
                out.append(ownMeaning ? "" : "\\").append(c);
            }
        }
    }
}
