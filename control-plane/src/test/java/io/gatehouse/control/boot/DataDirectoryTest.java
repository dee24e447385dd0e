// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private final Path temporary;

    DataDirectoryTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void theDirectoryIsMade() {
        try (DataDirectory directory = DataDirectory.lock(temporary.resolve("a/b"), "me")) {
            assertThat(directory.path()).isDirectory().isAbsolute();
        }
    }

    @Test
    void aSecondOwnerIsToldWhoTheFirstIs() {
        try (DataDirectory first = DataDirectory.lock(temporary, "process 17")) {
            assertThatThrownBy(() -> DataDirectory.lock(first.path(), "me"))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("is in use by process 17")
                    .hasMessageContaining("--data-dir")
                    .extracting(problem -> ((StartRefusedException) problem).exitCode())
                    .isEqualTo(1);
        }
    }

    @Test
    void aRefusedOwnerLeavesTheFirstOneItsLock() {
        try (DataDirectory first = DataDirectory.lock(temporary, "process 17")) {
            assertThatThrownBy(() -> DataDirectory.lock(first.path(), "me")).isInstanceOf(StartRefusedException.class);
            assertThatThrownBy(() -> DataDirectory.lock(first.path(), "me"))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("process 17");
        }
    }

    @Test
    void aReleasedDirectoryIsFree() {
        DataDirectory.lock(temporary, "first").close();

        DataDirectory.lock(temporary, "second").close();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsRefused() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.lock(file.resolve("data"), "me"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("cannot write to the data directory");
    }
}
