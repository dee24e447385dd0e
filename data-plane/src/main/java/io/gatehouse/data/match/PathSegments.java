// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.match;

import java.nio.charset.StandardCharsets;

/** How a raw path falls into segments: empty ones do not count, so a doubled or a trailing slash changes nothing. */
final class PathSegments {

    private PathSegments() {}

    /** Where the next segment after {@code from} starts; the path's length when there is none. */
    static int start(String path, int from) {
        int at = from;
        while (at < path.length() && path.charAt(at) == '/') {
            at++;
        }
        return at;
    }

    /** Where the segment that starts at {@code start} ends. */
    static int end(String path, int start) {
        int slash = path.indexOf('/', start);
        return slash < 0 ? path.length() : slash;
    }

    /** The rest of the path from {@code start}, inner slashes as they are, without one slash at its end. */
    static String rest(String path, int start) {
        int end = path.length();
        if (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    /** A segment with its percent escapes resolved as UTF-8; as it is when one of them is malformed. */
    static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        byte[] sent = segment.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[sent.length];
        int length = 0;
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] != '%') {
                bytes[length++] = sent[i];
                continue;
            }
            int high = i + 2 < sent.length ? Character.digit(sent[i + 1], 16) : -1;
            int low = i + 2 < sent.length ? Character.digit(sent[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return segment;
            }
            bytes[length++] = (byte) (high << 4 | low);
            i += 2;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
