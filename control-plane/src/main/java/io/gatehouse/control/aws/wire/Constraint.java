// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rule that a value is held against, and AWS's words for it. */
sealed interface Constraint {

    /** How much of a value is shown; what is longer is cut off. */
    int LONGEST_SHOWN = 1_024;

    /** The violation in AWS's words, if the value (absent, text, or a list of texts) breaks the rule. */
    Optional<String> violation(@Nullable Object value, Place place);

    /** {@link Required}. */
    record NotNull() implements Constraint {
        @Override
        public Optional<String> violation(@Nullable Object value, Place place) {
            return value == null ? Optional.of(said(null, place, "Member must not be null")) : Optional.empty();
        }
    }

    /** {@link OneOf}. */
    record EnumSet(List<String> values) implements Constraint {
        @Override
        public Optional<String> violation(@Nullable Object value, Place place) {
            return broken(value, place, values::contains, () -> "Member must satisfy enum value set: " + values);
        }
    }

    /** {@link Matches}. */
    record Expression(Pattern pattern) implements Constraint {
        @Override
        public Optional<String> violation(@Nullable Object value, Place place) {
            return broken(
                    value,
                    place,
                    text -> pattern.matcher(text).matches(),
                    () -> "Member must satisfy regular expression pattern: " + pattern);
        }
    }

    /** The constraints among a declaration's annotations, in AWS's order: presence first. */
    static List<Constraint> declaredBy(Annotation[] annotations) {
        List<Constraint> constraints = new ArrayList<>();
        for (Annotation annotation : annotations) {
            if (annotation instanceof Required) {
                constraints.addFirst(new NotNull());
            } else if (annotation instanceof OneOf oneOf) {
                constraints.add(new EnumSet(List.of(oneOf.value())));
            } else if (annotation instanceof Matches matches) {
                constraints.add(new Expression(Pattern.compile(matches.value())));
            }
        }
        return List.copyOf(constraints);
    }

    private static Optional<String> broken(
            @Nullable Object value, Place place, Predicate<String> rule, Supplier<String> words) {
        return switch (value) {
            case String text when !rule.test(text) -> Optional.of(said(text, place, words.get()));
            case List<?> list
            when !list.stream().allMatch(element -> rule.test(String.valueOf(element))) ->
                Optional.of(said(list, place, "Member must satisfy constraint: [" + words.get() + "]"));
            case null -> Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String said(@Nullable Object value, Place place, String words) {
        String shown = value == null ? "null" : "'" + shortened(value.toString()) + "'";
        return "Value " + shown + " at '" + place + "' failed to satisfy constraint: " + words;
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1)) ? LONGEST_SHOWN - 1 : LONGEST_SHOWN;
        return text.substring(0, end) + "...";
    }
}
