// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import java.util.Map;

/**
 * What the captures of a patch path stand for in one operation.
 *
 * @param segments capture name to text as the path has it, escaped
 */
public record Captures(Map<String, String> segments) {

    public Captures {
        segments = Map.copyOf(segments);
    }

    /** The text of a capture that the table's path declares. */
    public String get(String name) {
        return JsonPointer.unescape(escaped(name));
    }

    /** As {@link #get}, with the path's escapes as the client wrote them. */
    public String escaped(String name) {
        String segment = segments.get(name);
        if (segment == null) {
            throw new IllegalArgumentException("the patch path has no capture " + name);
        }
        return segment;
    }

    /** The text of the one capture that the table's path declares. */
    String only() {
        return JsonPointer.unescape(segments.values().iterator().next());
    }
}
