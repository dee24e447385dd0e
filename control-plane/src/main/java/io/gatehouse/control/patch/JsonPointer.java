// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import java.util.ArrayList;
import java.util.List;

/** JSON pointers of RFC 6901: segments after a slash each, {@code ~1} for a slash inside of one and {@code ~0} for a tilde. */
final class JsonPointer {

    private JsonPointer() {}

    /** The segments of a pointer that starts with a slash, still escaped. */
    static List<String> split(String pointer) {
        List<String> segments = new ArrayList<>();
        int from = 1;
        for (int slash = pointer.indexOf('/', from); slash >= 0; slash = pointer.indexOf('/', from)) {
            segments.add(pointer.substring(from, slash));
            from = slash + 1;
        }
        segments.add(pointer.substring(from));
        return segments;
    }

    /** The text behind an escaped segment; a tilde that escapes nothing stays as it is. */
    static String unescape(String segment) {
        return segment.indexOf('~') < 0 ? segment : segment.replace("~1", "/").replace("~0", "~");
    }
}
