// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import io.gatehouse.control.aws.error.NotFoundException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An optional map of a draft, copied once. It is absent until something is added and absent again when its last entry was
 * removed; one that was given empty stays empty.
 *
 * @param <V> what the names stand for
 */
public final class DraftMap<V> {
    private final String missing;
    private @Nullable TreeMap<String, V> entries;

    /**
     * A copy to work on.
     *
     * @param entries what is there
     * @param missing how a name is refused, with 404, that is to be replaced or removed and is not there
     */
    public DraftMap(@Nullable Map<String, V> entries, String missing) {
        this.entries = entries == null ? null : new TreeMap<>(entries);
        this.missing = missing;
    }

    /** What is there now. */
    public @Nullable Map<String, V> entries() {
        return entries;
    }

    void add(String name, V value) {
        if (entries == null) {
            entries = new TreeMap<>();
        }
        entries.put(name, value);
    }

    void replace(String name, V value) {
        withName(name).put(name, value);
    }

    void remove(String name) {
        TreeMap<String, V> present = withName(name);
        present.remove(name);
        if (present.isEmpty()) {
            entries = null;
        }
    }

    private TreeMap<String, V> withName(String name) {
        if (entries == null || !entries.containsKey(name)) {
            throw NotFoundException.of(missing);
        }
        return entries;
    }
}
