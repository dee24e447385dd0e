// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogNameTest {
    private static final Path DIRECTORY = Path.of("/data/logs");

    @ParameterizedTest
    @CsvSource({
        "access, access.log",
        "/aws/apigateway/prod, aws/apigateway/prod.log",
        "API-Gateway-Execution-Logs_a1/prod, API-Gateway-Execution-Logs_a1/prod.log",
        "a.log/b, a.log_/b.log",
        "a.log, a.log.log",
        "//, _.log",
        "., _.log",
        ".., _..log",
        "a/../b, a/_./b.log",
        "a b:c, a_b_c.log"
    })
    void eachPartButTheLastIsADirectory(String name, String file) {
        assertThat(LogName.file(DIRECTORY, name)).isEqualTo(DIRECTORY.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/../../x",
                "..\\..\\x",
                "a/./../../..",
                "~root",
                "%2e%2e/x",
                "\u0000",
                "a/\u0000/b"
            })
    void noNameLeadsOutOfTheDirectory(String name) {
        Path file = LogName.file(DIRECTORY, name);
        assertThat(file.normalize()).isEqualTo(file).startsWithRaw(DIRECTORY);
        assertThat(file.toString()).doesNotContain("\u0000");
    }

    @Test
    void longNamesFitAndStayApart() {
        Path one = LogName.file(DIRECTORY, "x".repeat(500) + "1");
        Path other = LogName.file(DIRECTORY, "x".repeat(500) + "2");
        assertThat(one).isNotEqualTo(other);
        assertThat(one.getFileName().toString()).hasSizeLessThan(240);
    }
}
