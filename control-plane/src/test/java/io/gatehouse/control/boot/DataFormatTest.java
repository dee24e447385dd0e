// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFormatTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void aDirectoryWithoutANumberGetsIt() throws IOException {
        DataFormat.settle(directory);

        assertThat(directory.resolve("format")).hasContent("1");
        assertThatCode(() -> DataFormat.settle(directory)).doesNotThrowAnyException();
    }

    @Test
    void aNewerDirectoryIsRefusedAndLeftAsItWas() throws IOException {
        Files.writeString(directory.resolve("format"), "2\n");

        assertThatThrownBy(() -> DataDirectory.lock(directory, "a test"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("newer Gatehouse")
                .hasMessageContaining("--data-dir");
        assertThat(directory.resolve("format")).hasContent("2");
    }

    @Test
    void whatIsNoNumberIsRefused() throws IOException {
        Files.writeString(directory.resolve("format"), "new");

        assertThatThrownBy(() -> DataFormat.settle(directory))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("'new'");
    }
}
