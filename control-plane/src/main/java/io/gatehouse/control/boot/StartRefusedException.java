// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

/** The program cannot start; the message is one sentence that says what to do about it. */
final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Exit code for a setting that has to be corrected. */
    static final int USAGE = 2;

    /** Exit code for something that stands in the way: a taken port, a locked directory, an unreachable database. */
    static final int OBSTACLE = 1;

    private final int exitCode;

    private StartRefusedException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static StartRefusedException usage(String message) {
        return new StartRefusedException(USAGE, message);
    }

    static StartRefusedException obstacle(String message) {
        return new StartRefusedException(OBSTACLE, message);
    }

    int exitCode() {
        return exitCode;
    }
}
