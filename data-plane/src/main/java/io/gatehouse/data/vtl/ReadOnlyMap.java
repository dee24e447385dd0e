// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map of the caller's as templates see it: readable to any depth, not to be changed. A view, nothing is copied. */
final class ReadOnlyMap extends AbstractMap<String, @Nullable Object> {
    private final Map<String, ?> source;

    ReadOnlyMap(Map<String, ?> source) {
        this.source = source;
    }

    static @Nullable Object view(@Nullable Object value) {
        if (value instanceof Map<?, ?> map && !(map instanceof ReadOnlyMap)) {
            @SuppressWarnings("unchecked")
            Map<String, ?> named = (Map<String, ?>) map;
            return new ReadOnlyMap(named);
        }
        return value;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key == null ? null : view(source.get(key));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && source.containsKey(key);
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return source.size();
            }

            @Override
            public Iterator<Entry<String, @Nullable Object>> iterator() {
                Iterator<? extends Entry<String, ?>> entries = source.entrySet().iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public Entry<String, @Nullable Object> next() {
                        Entry<String, ?> entry = entries.next();
                        return new SimpleImmutableEntry<>(entry.getKey(), view(entry.getValue()));
                    }
                };
            }
        };
    }
}
