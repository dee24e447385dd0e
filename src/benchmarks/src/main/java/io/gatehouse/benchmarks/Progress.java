// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks;

import java.io.PrintStream;

/** One line of a terminal that says how far a long piece of work is; silent where there is no terminal. */
public final class Progress {
    private static final String START_OF_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean terminal;

    /** A progress line on standard error. */
    public Progress() {
        this(System.err, System.console() != null && System.console().isTerminal());
    }

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows a step of some, on a terminal only. */
    public void show(String what, int done, int all) {
        if (terminal && (done == all || done % 50 == 0)) {
            out.print(START_OF_LINE + what + ": " + done + " of " + all);
            out.flush();
        }
    }

    /** Says what begins now. */
    public void begin(String what) {
        out.println((terminal ? START_OF_LINE : "") + what);
    }
}
