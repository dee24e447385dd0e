// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.machine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of others that a measurement needs, looked for on {@code PATH}. */
public final class Tools {
    private static final List<String> BESIDE_PATH = List.of("/usr/sbin", "/usr/local/sbin");

    private Tools() {}

    /** The file of a program, if it is installed. */
    public static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), BESIDE_PATH.stream())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The file of a program.
     *
     * @throws MissingToolException when it is not installed; the message says how to install it
     */
    public static Path require(String name) {
        return find(name).orElseThrow(() -> MissingToolException.notInstalled(name));
    }
}
