// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import static io.gatehouse.data.vtl.Arguments.number;
import static io.gatehouse.data.vtl.Arguments.text;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The methods of {@link String} that templates may call. Those that take a regular expression are bounded: see {@link Regex}. */
final class TextOperations {
    static final Operation.Table TABLE = new Operation.Table()
            .withAll(reading())
            .withAll(searching())
            .withAll(changing())
            .withAll(patterns());

    private TextOperations() {}

    private static Operation.Table reading() {
        return new Operation.Table()
                .with("length", 0, of(String::length))
                .with("isEmpty", 0, of(String::isEmpty))
                .with("isBlank", 0, of(String::isBlank))
                .with("hashCode", 0, of(String::hashCode))
                .with("toString", 0, of(text -> text))
                .with("charAt", 1, (target, arguments, budget) -> ((String) target).charAt(number(arguments[0])))
                .with(
                        "codePointAt",
                        1,
                        (target, arguments, budget) -> ((String) target).codePointAt(number(arguments[0])))
                .with("valueOf", 1, (target, arguments, budget) -> text(arguments[0], budget))
                .with("join", 2, TextOperations::join);
    }

    private static Operation.Table searching() {
        return new Operation.Table()
                .with("contains", 1, search((text, sought) -> text.contains(sought)))
                .with("startsWith", 1, test(String::startsWith))
                .with(
                        "startsWith",
                        2,
                        (target, arguments, budget) ->
                                ((String) target).startsWith(text(arguments[0], budget), number(arguments[1])))
                .with("endsWith", 1, test(String::endsWith))
                .with("equals", 1, (target, arguments, budget) -> target.equals(arguments[0]))
                .with("equalsIgnoreCase", 1, test(String::equalsIgnoreCase))
                .with("contentEquals", 1, test(String::equals))
                .with("compareTo", 1, join(String::compareTo))
                .with("compareToIgnoreCase", 1, join(String::compareToIgnoreCase))
                .with("indexOf", 1, search((text, sought) -> text.indexOf(sought)))
                .with("indexOf", 2, searchFrom(String::indexOf))
                .with("lastIndexOf", 1, search((text, sought) -> text.lastIndexOf(sought)))
                .with("lastIndexOf", 2, searchFrom(String::lastIndexOf));
    }

    private static Operation.Table changing() {
        return new Operation.Table()
                .with("trim", 0, of(String::trim))
                .with("strip", 0, of(String::strip))
                .with("stripLeading", 0, of(String::stripLeading))
                .with("stripTrailing", 0, of(String::stripTrailing))
                .with("intern", 0, of(text -> text))
                .with("toLowerCase", 0, of(text -> text.toLowerCase(Locale.ROOT)))
                .with("toUpperCase", 0, of(text -> text.toUpperCase(Locale.ROOT)))
                .with("concat", 1, join(String::concat))
                .with("substring", 1, (target, arguments, budget) -> ((String) target).substring(number(arguments[0])))
                .with("substring", 2, TextOperations::substring)
                .with("subSequence", 2, TextOperations::substring)
                .with("repeat", 1, TextOperations::repeat)
                .with("replace", 2, TextOperations::replace);
    }

    private static Operation.Table patterns() {
        return new Operation.Table()
                .with(
                        "matches",
                        1,
                        (target, arguments, budget) ->
                                Regex.matches((String) target, text(arguments[0], budget), budget))
                .with(
                        "replaceAll",
                        2,
                        (target, arguments, budget) -> Regex.replace(
                                (String) target, text(arguments[0], budget), text(arguments[1], budget), true, budget))
                .with(
                        "replaceFirst",
                        2,
                        (target, arguments, budget) -> Regex.replace(
                                (String) target, text(arguments[0], budget), text(arguments[1], budget), false, budget))
                .with(
                        "split",
                        1,
                        (target, arguments, budget) ->
                                Regex.split((String) target, text(arguments[0], budget), 0, budget))
                .with(
                        "split",
                        2,
                        (target, arguments, budget) ->
                                Regex.split((String) target, text(arguments[0], budget), number(arguments[1]), budget));
    }

    private static Operation of(Function<String, Object> method) {
        return (target, arguments, budget) -> method.apply((String) target);
    }

    private static Operation test(BiPredicate<String, String> method) {
        return (target, arguments, budget) -> method.test((String) target, text(arguments[0], budget));
    }

    private static Operation search(BiFunction<String, String, Object> method) {
        return (target, arguments, budget) -> {
            String text = (String) target;
            String sought = text(arguments[0], budget);
            budget.search(text.length(), sought.length());
            return method.apply(text, sought);
        };
    }

    /** Seeks from a position on. */
    @FunctionalInterface
    private interface Seek {
        int find(String text, String sought, int from);
    }

    private static Operation searchFrom(Seek method) {
        return (target, arguments, budget) -> {
            String text = (String) target;
            String sought = text(arguments[0], budget);
            budget.search(text.length(), sought.length());
            return method.find(text, sought, number(arguments[1]));
        };
    }

    private static Operation join(BiFunction<String, String, Object> method) {
        return (target, arguments, budget) -> method.apply((String) target, text(arguments[0], budget));
    }

    private static Object substring(Object target, Object[] arguments, Budget budget) {
        return ((String) target).substring(number(arguments[0]), number(arguments[1]));
    }

    private static Object repeat(Object target, Object[] arguments, Budget budget) {
        int count = number(arguments[0]);
        budget.text((long) ((String) target).length() * Math.max(0, count));
        return ((String) target).repeat(count);
    }

    private static Object join(Object target, Object[] arguments, Budget budget) {
        StringBuilder joined = new StringBuilder();
        String separator = text(arguments[0], budget);
        boolean first = true;
        for (Object element : Arguments.elements(arguments[1], budget)) {
            joined.append(first ? "" : separator).append(Printer.text(element, budget));
            budget.text(separator.length());
            first = false;
        }
        return joined.toString();
    }

    /** As {@link String#replace(CharSequence, CharSequence)}, but stops before the result outgrows the budget. */
    private static Object replace(Object target, Object[] arguments, Budget budget) {
        String text = (String) target;
        String sought = text(arguments[0], budget);
        String replacement = text(arguments[1], budget);
        budget.search(text.length(), sought.length());
        long occurrences = 0;
        if (sought.isEmpty()) {
            occurrences = text.length() + 1L;
        } else {
            for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length())) {
                occurrences++;
            }
        }
        budget.text(text.length() + occurrences * replacement.length());
        return text.replace(sought, replacement);
    }
}
