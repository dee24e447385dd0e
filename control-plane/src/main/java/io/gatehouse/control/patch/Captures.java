// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import java.util.Map;

/**
 * What the captures of a patch path stand for in one operation.
 *
 * @param values capture name to unescaped text
 */
public record Captures(Map<String, String> values) {

    public Captures {
        values = Map.copyOf(values);
    }

    /** The text of a capture that the table's path declares. */
    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the patch path has no capture " + name);
        }
        return value;
    }

    /** The text of the one capture that the table's path declares. */
    String only() {
        return values.values().iterator().next();
    }
}
