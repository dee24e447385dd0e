// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import io.gatehouse.data.regex.PatternShape;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression of a definition, for short texts: one that would backtrack without end just does not match. */
public final class BoundedPattern {
    /** Characters looked at; a sound pattern looks at a text a few times over. */
    private static final Budget.Limits LIMITS = new Budget.Limits(1_000_000, 10_000, 10_000, 100_000, 0);

    /** Of what is no regular expression; it matches nothing. */
    private final @Nullable Pattern pattern;

    private BoundedPattern(@Nullable Pattern pattern) {
        this.pattern = pattern;
    }

    /** A pattern, whatever its text. */
    public static BoundedPattern of(String regex) {
        if (!PatternShape.isBounded(regex)) {
            return new BoundedPattern(null);
        }
        try {
            return new BoundedPattern(Pattern.compile(regex));
        } catch (PatternSyntaxException | StackOverflowError unreadable) {
            return new BoundedPattern(null);
        }
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        if (pattern == null) {
            return false;
        }
        try {
            return Regex.matches(text, pattern, new Budget(LIMITS));
        } catch (TemplateFailureException | StackOverflowError endless) {
            return false;
        }
    }
}
