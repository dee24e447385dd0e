// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.gateway;

import io.gatehouse.benchmarks.machine.ProcessCost;
import io.gatehouse.benchmarks.machine.Wrk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One target doing one kind of work for some seconds.
 *
 * @param perSecond answers per second
 * @param medianMillis half of the answers came within
 * @param p99Millis 99 of 100 answers came within
 * @param processorMicros processor time of the proxy per request, in microseconds
 * @param residentMebibytes memory of the proxy after the round
 * @param failed requests that were not answered well
 */
record Round(
        double perSecond,
        double medianMillis,
        double p99Millis,
        double processorMicros,
        double residentMebibytes,
        long failed) {

    static Round run(Target target, Scenario scenario, Duration time, Path script) throws InterruptedException {
        try (IdleConnections idle = IdleConnections.open(target, scenario)) {
            ProcessCost before = ProcessCost.of(target.pid());
            Wrk wrk = Wrk.run(
                    "http://127.0.0.1:" + target.port(),
                    scenario.busyConnections(),
                    time,
                    script,
                    List.of(
                            scenario.paths.host(),
                            "/" + Definitions.STAGE + scenario.prefix,
                            Integer.toString(scenario.pathCount()),
                            scenario.method,
                            Integer.toString(scenario.bodyBytes)));
            ProcessCost after = ProcessCost.of(target.pid());
            return new Round(
                    wrk.perSecond(),
                    wrk.median().toNanos() / 1e6,
                    wrk.p99().toNanos() / 1e6,
                    after.since(before).toNanos() / 1e3 / Math.max(1, wrk.requests()),
                    after.residentBytes() / 1048576.0,
                    wrk.failed());
        }
    }
}
