// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The routes that end at one place of the tree, while it is built. */
final class Terminals<T> {
    private final List<Terminal<T>> collected = new ArrayList<>();

    void add(Terminal<T> terminal) {
        collected.add(terminal);
    }

    @SuppressWarnings("unchecked")
    Terminal<T>[] sorted() {
        collected.sort(Comparator.comparingInt(terminal -> terminal.rank));
        return collected.toArray(new Terminal[0]);
    }
}
