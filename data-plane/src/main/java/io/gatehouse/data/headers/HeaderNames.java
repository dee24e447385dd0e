// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.headers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fixed set of header names, asked without regard to case and without allocating: it is asked for every
 * header of every request.
 */
public final class HeaderNames {
    private final @Nullable String[] slots;

    private HeaderNames(int capacity) {
        slots = new String[capacity];
    }

    /** The set of these names. */
    public static HeaderNames of(String... names) {
        HeaderNames set = new HeaderNames(Integer.highestOneBit(names.length * 4) * 2);
        for (String name : names) {
            set.add(name.toLowerCase(Locale.ROOT));
        }
        return set;
    }

    private void add(String name) {
        int slot = slot(name);
        for (String held = slots[slot]; held != null; held = slots[slot]) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = name;
    }

    /** Whether the set has this name, in whatever case. */
    public boolean contains(String name) {
        int slot = slot(name);
        for (String held = slots[slot]; held != null; held = slots[slot]) {
            if (held.equalsIgnoreCase(name)) {
                return true;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return false;
    }

    private int slot(String name) {
        int length = name.length();
        if (length == 0) {
            return 0;
        }
        int hash = length * 31 + (name.charAt(0) | 0x20) * 17 + (name.charAt(length - 1) | 0x20);
        return (hash ^ hash >>> 4) & (slots.length - 1);
    }
}
