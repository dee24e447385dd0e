// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The work one rendering may do, counted instead of timed so that a template behaves alike on every machine. One thread,
 * one rendering.
 *
 * <p>Everything that costs is charged: nodes of the template that are evaluated, elements that are walked or copied,
 * characters that are made, characters that a regular expression looks at. No template can therefore run for ever or
 * fill the memory, whatever its loops, macros or patterns, and whatever the client sends.
 */
final class Budget {
    /** Steps of evaluating one node of a template, against the one step of walking one element of a value. */
    private static final int NODE = 8;

    /** Steps of one look-up of the JSONPath library, and how many characters of path it copies in one more. */
    private static final int LOOK_UP = 16;

    private static final int COPIED = 8;

    /** Characters that are read in one step. */
    private static final int SCANNED = 64;

    /** Characters of a regular expression or a JSONPath: compiling one takes many times its length. */
    private static final int EXPRESSION = 10_000;

    /** Depth of nested values that are printed or compared. */
    private static final int DEPTH = 1_000;

    private static final ScopedValue<Budget> CURRENT = ScopedValue.newInstance();

    private final Limits limits;
    private @Nullable Set<String> overridden;
    private long steps;
    private long text;
    private long patternReads;
    private long values;
    private long lookUp = LOOK_UP;

    Budget() {
        this(Limits.STANDARD);
    }

    Budget(Limits limits) {
        this.limits = limits;
    }

    /**
     * How much one rendering may use.
     *
     * @param steps of about ten nanoseconds
     * @param text characters of one text, and of the output
     * @param textInAll characters of all texts that are made
     * @param patternReads characters that regular expressions look at
     * @param values elements of lists and members of maps that are made, whatever becomes of them
     */
    record Limits(long steps, int text, long textInAll, long patternReads, long values) {
        /** AWS's payload quota of 10 MB, a few hundred milliseconds and about as many megabytes at the very most. */
        static final Limits STANDARD = new Limits(20_000_000, 10_000_000, 64_000_000, 20_000_000, 2_500_000);
    }

    /** The budget of the rendering that runs on this thread. */
    static Budget current() {
        return CURRENT.get();
    }

    <T extends @Nullable Object, X extends Throwable> T run(ScopedValue.CallableOp<T, X> rendering) throws X {
        return ScopedValue.where(CURRENT, this).call(rendering);
    }

    void step(long count) {
        steps += count;
        if (steps > limits.steps()) {
            throw limit("does too much");
        }
    }

    /** Charges so many values that were made, or are about to be: cheap to make, and dear to keep. */
    void made(long count) {
        step(count);
        values += count;
        if (values > limits.values()) {
            throw limit("makes more than " + limits.values() + " values");
        }
    }

    /** Charges reading a text from end to end. */
    void scan(long length) {
        step(length / SCANNED);
    }

    /** Charges seeking one text in another; Java compares at every position, so a long sought text is dear. */
    void search(long length, long sought) {
        step(length * Math.max(1, sought) / SCANNED / 4);
    }

    /** Charges the evaluation of so many nodes of the template. */
    void nodes(int count) {
        step((long) count * NODE);
    }

    /** Says how long the paths of the document are which {@link #lookUp()} is called for next. */
    void paths(long longest) {
        lookUp = LOOK_UP + longest / COPIED;
    }

    /** Charges one look-up of the JSONPath library, which copies the path to where it is. */
    void lookUp() {
        step(lookUp);
    }

    /** Charges a text of this length that was made, or is about to be. */
    void text(long length) {
        single(length);
        text += length;
        if (text > limits.textInAll()) {
            throw limit("makes more than " + limits.textInAll() + " characters of text");
        }
    }

    /** Checks the length of a text that is being made, and charges nothing yet. */
    void single(long length) {
        if (length > limits.text()) {
            throw limit("makes a text of more than " + limits.text() + " characters");
        }
    }

    void patternRead() {
        if (++patternReads > limits.patternReads()) {
            throw endlessPattern();
        }
    }

    /** What a rendering fails with whose pattern would not come to an end. */
    TemplateFailureException endlessPattern() {
        return limit("uses a regular expression that does not come to an end");
    }

    /** Checks the length of an expression that is about to be compiled, and charges that. */
    void expression(int length) {
        if (length > EXPRESSION) {
            throw limit("uses an expression of more than " + EXPRESSION + " characters");
        }
        nodes(length);
    }

    void depth(int depth) {
        if (depth > DEPTH) {
            throw limit("nests values more than " + DEPTH + " deep");
        }
    }

    /** True the first time that this rendering overrides the named parameter. */
    boolean firstOverride(String parameter) {
        Set<String> names = overridden == null ? new HashSet<>(8) : overridden;
        overridden = names;
        return names.add(parameter);
    }

    private static TemplateFailureException limit(String what) {
        return new TemplateFailureException(TemplateFailureException.Reason.LIMIT, "The mapping template " + what);
    }
}
