// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    private Path directory = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void forgetTheFlags() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("gatehouse."));
    }

    @Test
    void theVersionSaysWhatItRunsOn() {
        assertThat(execute("version")).isZero();

        assertThat(out.toString().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("gatehouse "))
                .anyMatch(line -> line.contains("Java " + Runtime.version().feature()));
    }

    @Test
    void aShellLearnsCommandsAndFlags() {
        assertThat(execute("completion")).isZero();

        assertThat(out.toString()).contains("doctor", "--traffic-port", "complete -F");
    }

    @Test
    void aDoctorFindsNothingWhereNothingIsWrong() {
        assertThat(execute("doctor", "--port", "0", "--traffic-port", "0", "--data-dir", directory.toString()))
                .as(out.toString())
                .isZero();

        assertThat(out.toString()).contains("data directory", "io_uring").doesNotContain("fail");
    }

    @Test
    void aDoctorNamesATakenPortAndTheFlagThatChoosesAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThat(execute(
                            "doctor", "--port", "" + port, "--traffic-port", "0", "--data-dir", directory.toString()))
                    .isEqualTo(1);
        }
        assertThat(out.toString()).contains("fail  port").contains("--port");
    }

    @Test
    void anImportSaysThatItIsNotThereYet() {
        assertThat(execute("run", "--import", "pets.yaml")).isEqualTo(2);

        assertThat(err.toString()).contains("pets.yaml").contains("cannot be imported yet");
    }

    private int execute(String... words) {
        return Gatehouse.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }
}
