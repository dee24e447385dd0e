// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

/** Percent-encoding as Signature Version 4 wants it: all but RFC 3986's unreserved characters, in upper-case hex. */
final class PercentCode {

    private static final String HEX = "0123456789ABCDEF";

    private PercentCode() {}

    /** Encodes text in which each character is a byte; {@code slashes} says whether a slash stays as it is. */
    static String encode(String text, boolean slashes) {
        int first = firstToEncode(text, slashes);
        if (first == text.length()) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isKept(c, slashes)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt((c >> 4) & 0xF)).append(HEX.charAt(c & 0xF));
            }
        }
        return encoded.toString();
    }

    /** Decodes a query's name or value; a plus is a space, and a percent sign that begins no code stands for itself. */
    static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+') {
                decoded.append(' ');
            } else if (c == '%' && isCode(text, i)) {
                decoded.append((char) (digit(text.charAt(i + 1)) << 4 | digit(text.charAt(i + 2))));
                i += 2;
            } else {
                decoded.append(c);
            }
        }
        return decoded.toString();
    }

    private static boolean isCode(String text, int percent) {
        return percent + 2 < text.length()
                && digit(text.charAt(percent + 1)) >= 0
                && digit(text.charAt(percent + 2)) >= 0;
    }

    /** ASCII only: Character.digit would take the digits of every script. */
    private static int digit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static int firstToEncode(String text, boolean slashes) {
        int i = 0;
        while (i < text.length() && isKept(text.charAt(i), slashes)) {
            i++;
        }
        return i;
    }

    private static boolean isKept(char c, boolean slashes) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~'
                || (slashes && c == '/');
    }
}
