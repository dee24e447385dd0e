// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot.doctor;

/**
 * What was found of one thing that the program needs.
 *
 * @param what the thing
 * @param state how it is
 * @param advice what to do about it; empty when it is well
 */
public record Finding(Level level, String what, String state, String advice) {

    /** How bad it is. */
    public enum Level {
        OK("@|green ok  |@"),
        /** The program starts, but something will not go as expected. */
        WARNING("@|yellow warn|@"),
        /** The program does not start. */
        PROBLEM("@|red fail|@");

        private final String mark;

        Level(String mark) {
            this.mark = mark;
        }

        /** Four letters with picocli's markup for their colour. */
        String mark() {
            return mark;
        }
    }

    /** It is as it has to be. */
    public static Finding ok(String what, String state) {
        return new Finding(Level.OK, what, state, "");
    }

    /** It could be better. */
    public static Finding warning(String what, String state, String advice) {
        return new Finding(Level.WARNING, what, state, advice);
    }

    /** It keeps the program from starting. */
    public static Finding problem(String what, String state, String advice) {
        return new Finding(Level.PROBLEM, what, state, advice);
    }
}
