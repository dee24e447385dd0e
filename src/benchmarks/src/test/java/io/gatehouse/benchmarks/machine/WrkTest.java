// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrkTest {
    private static final String REPORT = """
            Running 5s test @ http://127.0.0.1:4580
              1 threads and 64 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     3.42ms    1.20ms  40.01ms   91.00%
                Req/Sec    18.90k     1.10k   21.00k    70.00%
              Latency Distribution
                 50%  850.00us
                 75%    3.80ms
                 90%    4.90ms
                 99%    1.02s
              94812 requests in 5.00s, 110.20MB read
            """;

    @Test
    void aReportIsReadWithItsUnits() {
        Wrk wrk = Wrk.parse(REPORT + "Requests/sec:  18962.40\nTransfer/sec:     22.04MB\n");

        assertThat(wrk).isEqualTo(new Wrk(94_812, 18_962.4, Duration.ofNanos(850_000), Duration.ofMillis(1020), 0));
    }

    @Test
    void refusedAnswersAndBrokenConnectionsAreBothFailures() {
        Wrk wrk = Wrk.parse(REPORT
                + "  Socket errors: connect 1, read 20, write 0, timeout 300\n"
                + "  Non-2xx or 3xx responses: 4000\n"
                + "Requests/sec:  18962.40\n");

        assertThat(wrk.failed()).isEqualTo(4321);
    }

    @Test
    void whatIsNoReportIsShown() {
        assertThatThrownBy(() -> Wrk.parse("unable to connect"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unable to connect");
    }
}
