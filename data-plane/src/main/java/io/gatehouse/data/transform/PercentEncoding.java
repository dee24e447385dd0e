// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of URIs (RFC 3986), where {@code +} is a plus. */
final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";
    private static final String IN_PATH = "-._~!$&'()*+,;=:@/";
    private static final String IN_QUERY = "-._~";

    private PercentEncoding() {}

    /** Encodes text for a path; slashes stay. */
    static String path(String text) {
        return encode(text, IN_PATH);
    }

    /** Encodes a name or a value of a query. */
    static String query(String text) {
        return encode(text, IN_QUERY);
    }

    private static String encode(String text, String plain) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (character >= 'a' && character <= 'z'
                    || character >= 'A' && character <= 'Z'
                    || character >= '0' && character <= '9'
                    || plain.indexOf(character) >= 0) {
                out.append(character);
            } else {
                out.append('%').append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 15));
            }
        }
        return out.toString();
    }

    /** Decodes the escapes of text; malformed ones stay as they are. */
    static String decode(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[bytes.length];
        int length = 0;
        for (int at = 0; at < bytes.length; at++) {
            int high = at + 2 < bytes.length && bytes[at] == '%' ? Character.digit(bytes[at + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[at + 2], 16);
            if (low < 0) {
                out[length++] = bytes[at];
            } else {
                out[length++] = (byte) (high << 4 | low);
                at += 2;
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }
}
