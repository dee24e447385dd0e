// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.match;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hash table from a segment's text to a node, asked with a stretch of a path so that no substring is made. */
final class Literals<N> {
    /** The most that one UTF-16 character can take up: three bytes of three characters each. */
    private static final int BYTES_ESCAPED = 9;

    private final String[] texts;
    private final Object[] nodes;
    private final int mask;
    private final int longest;

    Literals(Map<String, N> entries) {
        int capacity = Integer.highestOneBit(Math.max(2, entries.size() * 2 - 1)) << 1;
        this.texts = new String[capacity];
        this.nodes = new Object[capacity];
        this.mask = capacity - 1;
        this.longest = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
        entries.forEach(this::put);
    }

    private void put(String text, N node) {
        int slot = slot(text.hashCode());
        while (nodes[slot] != null) {
            slot = slot + 1 & mask;
        }
        texts[slot] = text;
        nodes[slot] = node;
    }

    /**
     * The node of the segment from {@code start} to {@code end}, percent escapes resolved. A segment that is too long
     * for any of the texts is not decoded: one of a whole request line would be so at every node of a hostile search.
     */
    @Nullable
    N find(String path, int start, int end) {
        if (end - start > longest * BYTES_ESCAPED) {
            return null;
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            if (c == '%') {
                String decoded = PathSegments.decode(path.substring(start, end));
                return probe(decoded.hashCode(), decoded, 0, decoded.length());
            }
            hash = 31 * hash + c;
        }
        return probe(hash, path, start, end);
    }

    /** The table is never more than half full, so a free slot ends every search. */
    @SuppressWarnings("unchecked")
    private @Nullable N probe(int hash, String path, int start, int end) {
        int length = end - start;
        int slot = slot(hash);
        while (nodes[slot] != null) {
            String text = texts[slot];
            if (text.length() == length && text.regionMatches(0, path, start, length)) {
                return (N) nodes[slot];
            }
            slot = slot + 1 & mask;
        }
        return null;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & mask;
    }
}
