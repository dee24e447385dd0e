// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import io.gatehouse.contract.served.LogFormat.Notation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One line in the making, in UTF-8: a buffer that is used again and again by one thread. Fixed text is written as it is; a value can
 * neither end the line nor leave the place that the format gives it, whatever a client or a backend has put into it.
 */
public final class LogLine {
    /** What stands for a value that there is not. */
    private static final byte ABSENT = '-';

    private static final int START = 512;

    /** Characters of one value. */
    private static final int LONGEST = 8 * 1024;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[START];
    private int length;
    private Notation notation = Notation.PLAIN;

    /** Begins a new line. */
    LogLine begin(Notation written) {
        length = 0;
        notation = written;
        return this;
    }

    /** Fixed text, as it is. */
    LogLine fixed(byte[] text) {
        ensure(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    /** A number. */
    public void number(long value) {
        if (value < 0) {
            text(Long.toString(value));
            return;
        }
        ensure(20);
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /** A value; one that is not there or is empty is a hyphen, and one that is very long is cut. */
    public void text(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            ensure(1);
            bytes[length++] = ABSENT;
            return;
        }
        if (value.length() > LONGEST) {
            text(value.substring(0, LONGEST));
            return;
        }
        boolean enclosed = notation == Notation.CSV && needsQuotes(value);
        if (enclosed) {
            put('"');
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' && c != '\'') {
                put(c);
            } else {
                i += special(value, i, c);
            }
        }
        if (enclosed) {
            put('"');
        }
    }

    /** Text that runs to the end of the line: nothing has to be kept from leaving its place, but no line can begin in it. */
    LogLine message(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (breaksLines(c)) {
                control(c);
            } else {
                i += unicode(text, i, c);
            }
        }
        return this;
    }

    /** Goes on with another line. */
    LogLine next() {
        put('\n');
        return this;
    }

    /** A value as a JSON string with its quotes; one that is not there is a hyphen. */
    public void quoted(@Nullable String value) {
        if (value == null) {
            text(null);
            return;
        }
        Notation outer = notation;
        int start = length;
        notation = Notation.JSON;
        put('"');
        if (!value.isEmpty()) {
            text(value);
        }
        put('"');
        notation = outer;
        if (outer == Notation.XML) {
            String json = new String(bytes, start, length - start, StandardCharsets.UTF_8);
            length = start;
            text(json);
        }
    }

    /** The line so far with a line break, as bytes of its own. */
    byte[] ended() {
        byte[] line = Arrays.copyOf(bytes, length + 1);
        line[length] = '\n';
        return line;
    }

    /** What is written so far. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private static boolean needsQuotes(String value) {
        return value.indexOf(',') >= 0 || value.indexOf('"') >= 0;
    }

    /** Writes a character that may need care; how many characters more than this one it was made of. */
    private int special(String value, int at, char c) {
        if (breaksLines(c)) {
            control(c);
            return 0;
        }
        switch (notation) {
            case PLAIN, JSON -> {
                if (c == '"' || c == '\\') {
                    put('\\');
                }
            }
            case CSV, QUOTED_CSV -> {
                if (c == '"') {
                    put('"');
                }
            }
            case XML -> {
                String entity = entity(c);
                if (entity != null) {
                    ascii(entity);
                    return 0;
                }
            }
        }
        return unicode(value, at, c);
    }

    private static boolean breaksLines(char c) {
        return c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029;
    }

    private void control(char c) {
        if (notation == Notation.XML) {
            boolean allowed = c == '\n' || c == '\r' || c == '\t' || c >= 0x7f;
            ascii(allowed ? "&#" + (int) c + ";" : "?");
            return;
        }
        put('\\');
        switch (c) {
            case '\n' -> put('n');
            case '\r' -> put('r');
            case '\t' -> put('t');
            default -> {
                put('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    put((char) HEX[c >> shift & 0xf]);
                }
            }
        }
    }

    private static @Nullable String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&apos;";
            default -> null;
        };
    }

    /** Half of a pair without the other half becomes a question mark. */
    private int unicode(String value, int at, char c) {
        if (c < 0x80) {
            put(c);
            return 0;
        }
        ensure(4);
        if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | c >> 6);
            bytes[length++] = (byte) (0x80 | c & 0x3f);
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            bytes[length++] = (byte) (0xe0 | c >> 12);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
            bytes[length++] = (byte) (0x80 | c & 0x3f);
            return 0;
        }
        if (at + 1 == value.length() || !Character.isSurrogatePair(c, value.charAt(at + 1))) {
            put('?');
            return 0;
        }
        int point = Character.toCodePoint(c, value.charAt(at + 1));
        bytes[length++] = (byte) (0xf0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3f);
        bytes[length++] = (byte) (0x80 | point >> 6 & 0x3f);
        bytes[length++] = (byte) (0x80 | point & 0x3f);
        return 1;
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(char c) {
        ensure(1);
        bytes[length++] = (byte) c;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
