// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks;

import io.gatehouse.benchmarks.machine.MissingToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checkout that is measured: what it has built, and files. */
public final class Checkout {
    /** Users run the program with both compilers; tests start it with the quicker one alone. */
    public static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    private Checkout() {}

    /** The package for the JVM. */
    public static Path jvmPackage() {
        return root().resolve("control-plane/target/quarkus-app/quarkus-run.jar");
    }

    /** The native binary. */
    public static Path nativeBinary() {
        return root().resolve("control-plane/target/native/gatehouse");
    }

    /** The quickest to start of what is built. */
    public static Path anyProgram() {
        return Files.isExecutable(nativeBinary()) ? nativeBinary() : jvmPackage();
    }

    /**
     * Whether a program is to be measured.
     *
     * @param asked what the command line says; null: measured when it is there
     * @throws MissingToolException when it is asked for and not there
     */
    public static boolean wanted(@Nullable Boolean asked, Path program) {
        boolean there = Files.isRegularFile(program);
        if (asked == null) {
            return there;
        }
        if (asked && !there) {
            throw MissingToolException.notBuilt(program, program.equals(nativeBinary()) ? "native" : "test");
        }
        return asked;
    }

    /** The folder that holds {@code control-plane}, at or above the working directory. */
    public static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("control-plane"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No checkout of Gatehouse at or above " + start);
    }

    /** Copies a folder with everything below it. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    /** Deletes a folder with everything below it. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
