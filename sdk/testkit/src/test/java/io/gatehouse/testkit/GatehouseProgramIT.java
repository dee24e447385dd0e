// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GatehouseProgramIT {
    private final Path directory;
    private final GatehouseOptions options;

    GatehouseProgramIT(@TempDir Path directory) throws IOException {
        this.directory = directory;
        Path script = directory.resolve("stand-in");
        Files.writeString(script, """
                #!/bin/sh
                exec "%s" -XX:TieredStopAtLevel=1 -cp "%s" io.gatehouse.testkit.StandInProgram "$@"
                """.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        Path.of("target", "test-classes").toAbsolutePath()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr--r--"));
        options = GatehouseOptions.defaults().withProgram(script);
    }

    @Test
    void itStopsInGoodOrderAndTheTemporaryDataDirectoryGoes() throws Exception {
        GatehouseProgram program = GatehouseProgram.start(options);
        assertThat(program.dataDirectory()).isDirectory();
        assertThat(program.port()).isNotEqualTo(program.trafficPort());

        program.close();

        assertThat(program.isRunning()).isFalse();
        assertThat(program.output()).contains("stopped in good order");
        assertThat(program.dataDirectory()).doesNotExist();
    }

    @Test
    void aRestartKeepsPortsAndData() throws Exception {
        try (GatehouseProgram program = GatehouseProgram.start(options)) {
            int port = program.port();
            program.kill();
            assertThat(program.output()).doesNotContain("stopped in good order");

            program.restart();

            assertThat(program.port()).isEqualTo(port);
            assertThat(program.awaitOutput(0, "start number 2"::equals, Duration.ofSeconds(10)))
                    .isPresent();
        }
    }

    @Test
    void aDirectoryThatWasGivenIsKept() throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));

        GatehouseProgram.start(options.withDataDirectory(data)).close();

        assertThat(data.resolve("starts")).exists();
    }

    @Test
    void aProgramThatEndsFailsAtOnceWithWhatItSaid() {
        assertThatThrownBy(() -> GatehouseProgram.start(options.withArguments("--refuse")))
                .isInstanceOf(GatehouseStartException.class)
                .hasMessageContaining("status 3")
                .hasMessageContaining("the stand-in refuses to start");
    }

    @Test
    void aProgramThatNeverAnswersIsGivenUpOn() {
        assertThatThrownBy(() ->
                        GatehouseProgram.start(options.withArguments("--mute").withStartTimeout(Duration.ofSeconds(2))))
                .isInstanceOf(GatehouseStartException.class)
                .hasMessageContaining("did not answer")
                .hasMessageContaining("the stand-in never answers");
    }

    @Test
    void aMissingProgramIsNamed() {
        assertThatThrownBy(() -> GatehouseProgram.start(options.withProgram(directory.resolve("nowhere.jar"))))
                .isInstanceOf(GatehouseStartException.class)
                .hasMessageContaining("nowhere.jar");
    }
}
