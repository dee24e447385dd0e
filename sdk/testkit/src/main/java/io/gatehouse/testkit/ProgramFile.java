// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The packaged program: a runnable jar or an executable.
 *
 * @param path an existing file
 */
record ProgramFile(Path path) {
    static final String PROPERTY = "gatehouse.program";

    private static final Path PACKAGED = Path.of("control-plane", "target", "quarkus-app", "quarkus-run.jar");

    /** The compiler that is soonest done; a test does not run long enough for the other. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    /** The given file, or the one that {@link #find} finds. */
    static ProgramFile of(@Nullable Path given) {
        return given == null ? find() : existing(given.toAbsolutePath());
    }

    /** The file that the system property names, or else the one that the build made above the working directory. */
    static ProgramFile find() {
        String named = System.getProperty(PROPERTY);
        if (named != null && !named.isBlank()) {
            return existing(Path.of(named).toAbsolutePath());
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(PACKAGED))) {
                return new ProgramFile(folder.resolve(PACKAGED));
            }
        }
        throw new GatehouseStartException("No " + PACKAGED + " in " + start + " or above it; build it with"
                + " `mvn package` or name a jar or an executable with -D" + PROPERTY);
    }

    private static ProgramFile existing(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new GatehouseStartException("The program to test is to be " + path + ", which is not a file");
        }
        return new ProgramFile(path);
    }

    boolean isJar() {
        return path.toString().endsWith(".jar");
    }

    /** The words that start the program, before its own arguments; a jar runs on the test's own Java. */
    List<String> command(List<String> javaFlags) {
        if (!isJar()) {
            return List.of(path.toString());
        }
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path options = path.resolveSibling("jvm.options");
        if (Files.isRegularFile(options)) {
            words.add("@" + options);
        }
        Path cache = path.resolveSibling("gatehouse.aot");
        if (Files.isRegularFile(cache)) {
            words.add("-XX:AOTCache=" + cache);
            // A cache that another JDK made is passed over; nobody has to hear of it.
            words.add("-Xlog:aot=off,aot+codecache+stubs=off");
        }
        words.add(QUICK);
        words.addAll(javaFlags);
        words.add("-jar");
        words.add(path.toString());
        return words;
    }
}
