// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessCostTest {
    @Test
    void aProgramsNameMayLookLikeTheFieldsBehindIt() {
        String stat =
                "42 (a) 1 (b) S 1 42 42 0 -1 4194560 100 200 3 4 150 50 7 8 20 0 12 0 1000 5000000 300 18446744073709551615";

        assertThat(ProcessCost.processorTime(stat)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void residentMemoryIsInBytes() {
        assertThat(ProcessCost.residentBytes("Name:\tx\nVmHWM:\t  999 kB\nVmRSS:\t  2048 kB\n"))
                .isEqualTo(2_097_152);
    }

    @Test
    void theCostOfThisProcessGrowsWithItsWork() {
        long self = ProcessHandle.current().pid();
        ProcessCost before = ProcessCost.of(self);
        long end = System.nanoTime() + Duration.ofMillis(60).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }

        assertThat(ProcessCost.of(self).since(before)).isPositive();
        assertThat(before.residentBytes()).isPositive();
    }
}
