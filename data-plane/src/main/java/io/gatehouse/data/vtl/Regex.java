// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import io.gatehouse.data.regex.PatternShape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regular expressions of {@code matches}, {@code split}, {@code replaceAll} and {@code replaceFirst}, on Java's engine but over
 * a text that counts every character read: a pattern that backtracks without end uses up the budget and stops.
 */
final class Regex {
    private Regex() {}

    static boolean matches(String text, String pattern, Budget budget) {
        return matcher(text, pattern, budget).matches();
    }

    /** The same for a pattern that is compiled already. */
    static boolean matches(String text, Pattern pattern, Budget budget) {
        return pattern.matcher(new CountedText(text, budget)).matches();
    }

    static String replace(String text, String pattern, String replacement, boolean all, Budget budget) {
        Matcher matcher = matcher(text, pattern, budget);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(result, replacement);
            budget.step(1);
            budget.single(result.length());
            if (!all) {
                break;
            }
        }
        return matcher.appendTail(result).toString();
    }

    /** As {@link String#split(String, int)}, into a list that can be changed. */
    static List<Object> split(String text, String pattern, int limit, Budget budget) {
        List<Object> parts = new ArrayList<>();
        Matcher matcher = matcher(text, pattern, budget);
        int start = 0;
        while ((limit <= 0 || parts.size() < limit - 1) && matcher.find()) {
            budget.made(1);
            boolean emptyAtTheStart = matcher.end() == 0;
            if (!emptyAtTheStart) {
                parts.add(text.substring(start, matcher.start()));
                start = matcher.end();
            }
        }
        if (start == 0 && parts.isEmpty()) {
            parts.add(text);
            return parts;
        }
        parts.add(text.substring(start));
        while (limit == 0 && !parts.isEmpty() && "".equals(parts.getLast())) {
            parts.removeLast();
        }
        return parts;
    }

    private static Matcher matcher(String text, String pattern, Budget budget) {
        budget.expression(pattern.length());
        if (!PatternShape.isBounded(pattern)) {
            throw budget.endlessPattern();
        }
        return Pattern.compile(pattern).matcher(new CountedText(text, budget));
    }

    /** A text that charges every character that is looked at. */
    private record CountedText(String text, Budget budget) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.patternRead();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
