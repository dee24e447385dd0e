// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.headers;

/** What may stand in a header field. */
public final class HeaderValues {
    private static final char DELETE = 0x7F;

    private HeaderValues() {}

    /** A value cannot break out of its line, whatever it was made of. */
    public static String oneLine(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (isControl(value.charAt(i))) {
                return value.replaceAll("[\\x00-\\x08\\x0A-\\x1F\\x7F]+", " ");
            }
        }
        return value;
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\t' || c == DELETE;
    }

    /** Whether a text can be a field's name: a token of RFC 9110. */
    public static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(HeaderValues::isTokenCharacter);
    }

    private static boolean isTokenCharacter(int c) {
        return c > ' ' && c < DELETE && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
}
