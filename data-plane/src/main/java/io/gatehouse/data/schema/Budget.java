// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

/**
 * The work that reading and checking one text may take, counted instead of timed so that a schema behaves alike on every
 * machine. It grows with the text, so that a long one may be checked, and stays bounded whatever the schema repeats.
 */
final class Budget {
    /** Steps for a text of no length, of some ten nanoseconds each. */
    private static final long BASE = 500_000;

    private static final long PER_CHARACTER = 32;

    /** Characters that regular expressions may look at. */
    private static final long READS = 1_000_000;

    private static final long READS_PER_CHARACTER = 16;

    /** Objects, arrays and values that are kept of a text; more would take many times its memory. */
    private static final int CONTAINERS = 500_000;

    private static final int VALUES = 2_500_000;

    /** Schemas that are applied within one another. */
    private static final int DEPTH = 1_500;

    private long steps;
    private long reads;
    private int containers;
    private int values;
    private int depth;

    /**
     * @param length characters of the text
     */
    Budget(long length) {
        steps = BASE + length * PER_CHARACTER;
        reads = READS + length * READS_PER_CHARACTER;
    }

    void step(long count) {
        steps -= count;
        if (steps < 0) {
            throw new TooMuchException("too much work");
        }
    }

    void patternRead() {
        if (--reads < 0) {
            throw new TooMuchException("a regular expression that does not come to an end");
        }
    }

    void container() {
        if (++containers > CONTAINERS) {
            throw new TooMuchException("more than " + CONTAINERS + " objects and arrays");
        }
    }

    void value() {
        if (++values > VALUES) {
            throw new TooMuchException("more than " + VALUES + " values");
        }
    }

    void enter() {
        if (++depth > DEPTH) {
            throw new TooMuchException("schemas that are nested or refer to one another without end");
        }
    }

    void leave() {
        depth--;
    }
}
