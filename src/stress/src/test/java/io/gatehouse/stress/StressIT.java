// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every stress test, briefly: {@code -Dstress.mode=default -Dstress.millis=1000} takes minutes instead of
 * seconds and tries more. jcstress starts virtual machines of its own, with each compiler in turn.
 */
class StressIT {
    private static final int TESTS = 3;

    @TempDir
    private Path results = Path.of("");

    @Test
    void noReaderSeesAForbiddenState() throws IOException, InterruptedException {
        Path output = results.resolve("output.txt");
        Process jcstress = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.openjdk.jcstress.Main",
                        "-m",
                        System.getProperty("stress.mode", "quick"),
                        "-f",
                        "1",
                        "-iters",
                        "1",
                        "-time",
                        System.getProperty("stress.millis", "200"),
                        "-r",
                        results.toString()))
                .directory(results.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        int exitCode = jcstress.waitFor();

        String text = Files.readString(output);
        assertThat(exitCode).as(text).isZero();
        assertThat(text)
                .contains("Failed tests: No matches.", "Error tests: No matches.")
                .contains(TESTS + " matching test results");
    }
}
