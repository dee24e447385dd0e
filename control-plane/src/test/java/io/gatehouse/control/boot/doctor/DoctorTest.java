// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class DoctorTest {
    private static final Instant BUILT = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void statesAlignAndAdviceStandsBelow() {
        List<Finding> findings = List.of(
                Finding.ok("port", "4566 is free"), Finding.problem("data directory", "is in use", "Stop that one."));

        assertThat(Report.text(findings, Ansi.OFF).lines())
                .containsExactly(
                        "ok    port            4566 is free",
                        "fail  data directory  is in use",
                        "                      Stop that one.");
    }

    @Test
    void onlyAProblemKeepsTheProgramFromStarting() {
        assertThat(Report.isSound(List.of(Finding.ok("a", "b"), Finding.warning("a", "b", "c"))))
                .isTrue();
        assertThat(Report.isSound(List.of(Finding.problem("a", "b", "c")))).isFalse();
    }

    @Test
    void aClockThatStandsBeforeTheBuildIsWrong() {
        Clock wrong = Clock.fixed(BUILT.minusSeconds(1), ZoneOffset.UTC);
        Clock right = Clock.fixed(BUILT.plusSeconds(1), ZoneOffset.UTC);

        assertThat(Machine.clock(wrong, BUILT).level()).isEqualTo(Finding.Level.WARNING);
        assertThat(Machine.clock(right, BUILT).level()).isEqualTo(Finding.Level.OK);
    }

    @Test
    void theDiskOfADirectoryThatIsNotThereYetIsThatOfItsParent() {
        assertThat(Machine.disk(Path.of("target/not/there")).state()).contains("MB free");
    }

    @Test
    void fewOpenFilesAreWarnedOf() {
        assertThat(Machine.openFiles(384).advice()).contains("ulimit -n");
        assertThat(Machine.openFiles(9_872).level()).isEqualTo(Finding.Level.OK);
    }
}
