// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import io.gatehouse.data.regex.PatternShape;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a schema: ECMA 262's, run by Java's engine over a text that counts every character read, so
 * that one that backtracks without end uses up the budget and stops.
 */
final class EcmaPattern {
    private static final int LONGEST = 10_000;

    private final String source;
    private final Pattern pattern;

    private EcmaPattern(String source, Pattern pattern) {
        this.source = source;
        this.pattern = pattern;
    }

    /**
     * Compiles an expression.
     *
     * @throws UnusableSchemaException when it is none
     */
    static EcmaPattern compile(String source) {
        if (source.length() > LONGEST) {
            throw new UnusableSchemaException("a regular expression has more than " + LONGEST + " characters");
        }
        try {
            String translated = new EcmaToJava(source).translate();
            if (!PatternShape.isBounded(translated)) {
                throw new UnusableSchemaException(Words.text(source) + " does not come to an end");
            }
            return new EcmaPattern(source, Pattern.compile(translated));
        } catch (PatternSyntaxException | StackOverflowError none) {
            throw new UnusableSchemaException(Words.text(source) + " is no regular expression");
        }
    }

    static boolean isPattern(String source) {
        try {
            compile(source);
            return true;
        } catch (UnusableSchemaException none) {
            return false;
        }
    }

    String source() {
        return source;
    }

    /** Whether some part of a text matches. */
    boolean isFoundIn(String text, Budget budget) {
        budget.step(1);
        return pattern.matcher(new CountedText(text, budget)).find();
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
