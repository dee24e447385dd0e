// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.velocity.runtime.parser.node.MathUtils;
import org.jspecify.annotations.Nullable;

/**
 * When {@code ==} holds. Absent equals an undefined reference and the empty text; numbers compare by value; values of
 * different kinds compare by their text, as in Velocity 1.x.
 */
final class Equality {
    private Equality() {}

    static boolean same(@Nullable Object left, @Nullable Object right, Budget budget) {
        return same(left, right, budget, 0);
    }

    private static boolean same(@Nullable Object left, @Nullable Object right, Budget budget, int depth) {
        budget.depth(depth);
        budget.step(1);
        if (left == right) {
            return true;
        }
        if (left == null || right == null) {
            return left instanceof Absent || right instanceof Absent;
        }
        if (left instanceof String a && right instanceof String b) {
            budget.scan(Math.min(a.length(), b.length()));
            return a.equals(b);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return MathUtils.compare(a, b) == 0;
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return sameMap(a, b, budget, depth);
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return sameList(a, b, budget, depth);
        }
        if (left instanceof Map<?, ?> || right instanceof Map<?, ?>) {
            return false;
        }
        return Objects.equals(Printer.text(left, budget), Printer.text(right, budget));
    }

    private static boolean sameMap(Map<?, ?> left, Map<?, ?> right, Budget budget, int depth) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : left.entrySet()) {
            if (!right.containsKey(entry.getKey())
                    || !same(entry.getValue(), right.get(entry.getKey()), budget, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameList(List<?> left, List<?> right, Budget budget, int depth) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> others = right.iterator();
        for (Object element : left) {
            if (!same(element, others.next(), budget, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    /** Position of the first equal element, -1 without one. */
    static int position(Collection<?> elements, @Nullable Object sought, Budget budget) {
        int position = 0;
        for (Object element : elements) {
            if (same(element, sought, budget)) {
                return position;
            }
            position++;
        }
        return -1;
    }
}
