// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How operations take their arguments: anything reads as text, only a number as a number. */
final class Arguments {
    private Arguments() {}

    static String text(@Nullable Object argument, Budget budget) {
        return argument instanceof String text ? text : Printer.text(argument, budget);
    }

    static int number(@Nullable Object argument) {
        if (argument instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("a number is needed");
    }

    /** A key of a map: texts, numbers and truth values only, since hashing nested values has no bound. */
    static Object key(@Nullable Object argument) {
        return switch (argument) {
            case null -> throw new IllegalArgumentException("a key is needed");
            case String text -> text;
            case Number number -> number;
            case Boolean truth -> truth;
            default -> throw new IllegalArgumentException("a key is a text, a number or a truth value");
        };
    }

    static Collection<?> elements(@Nullable Object argument, Budget budget) {
        if (argument instanceof Collection<?> elements) {
            budget.step(elements.size());
            return elements;
        }
        throw new IllegalArgumentException("a list is needed");
    }

    static Map<?, ?> members(@Nullable Object argument, Budget budget) {
        if (argument instanceof Map<?, ?> members) {
            budget.step(members.size());
            return members;
        }
        throw new IllegalArgumentException("a map is needed");
    }
}
