// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.machine;

import java.nio.file.Path;

/** A program that a measurement needs is not installed. */
public final class MissingToolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MissingToolException(String message) {
        super(message);
    }

    /** @param name of the program, which is that of its Debian package too */
    static MissingToolException notInstalled(String name) {
        return new MissingToolException(
                "There is no '" + name + "' on PATH. Install it (Debian, Ubuntu: sudo apt-get install " + name + ").");
    }

    /** @param verb of {@code ./gatehouse} that builds it */
    public static MissingToolException notBuilt(Path program, String verb) {
        return new MissingToolException(program + " is not there: run ./gatehouse " + verb + " first.");
    }
}
