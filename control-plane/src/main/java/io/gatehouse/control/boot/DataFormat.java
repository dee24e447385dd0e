// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How the files in a data directory are laid out, as a number in the file {@code format}. A later program that lays them out
 * otherwise raises it, and this one then leaves the directory alone instead of misreading it. The tables of the database have
 * numbers of their own, which Flyway keeps.
 */
final class DataFormat {
    /** What this program writes: the H2 file, and the logs. */
    static final int CURRENT = 1;

    private static final String FILE = "format";

    private DataFormat() {}

    /**
     * Looks at a directory's number, and writes it where there is none.
     *
     * @throws StartRefusedException if a newer program wrote the directory, or the number cannot be read
     */
    static void settle(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            Path whole = directory.resolve(FILE + ".new");
            Files.writeString(whole, CURRENT + "\n");
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        String text = Files.readString(file).strip();
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw StartRefusedException.obstacle("the file " + file + " should hold a number and holds '" + text
                    + "': restore the directory from a backup, or choose another with --data-dir.");
        }
        if (Integer.parseInt(text) > CURRENT) {
            throw StartRefusedException.obstacle("the data directory " + directory + " was written by a newer Gatehouse"
                    + " (format " + text + ", this version knows " + CURRENT
                    + "): start that version, or choose another directory with --data-dir.");
        }
    }
}
