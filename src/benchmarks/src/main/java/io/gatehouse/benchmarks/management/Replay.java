// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.management;

import io.gatehouse.benchmarks.machine.ProcessCost;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What a server made of a list of calls.
 *
 * @param perSecond answers per second
 * @param processorMicros processor time of the server per call, in microseconds
 * @param refused answers that were not 2xx
 */
record Replay(double perSecond, double processorMicros, long refused) {

    /** Sends every call once, over some connections at a time. */
    static Replay run(URI server, long pid, List<Call> calls, int connections) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        ProcessCost before = ProcessCost.of(pid);
        long start = System.nanoTime();
        long refused = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Long>> parts = IntStream.range(0, connections)
                    .mapToObj(number -> threads.submit(() -> refusedOf(server, calls, next)))
                    .toList();
            for (Future<Long> part : parts) {
                refused += part.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A connection to " + server + " failed", e.getCause());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double micros = ProcessCost.of(pid).since(before).toNanos() / 1e3;
        return new Replay(calls.size() / seconds, micros / calls.size(), refused);
    }

    private static long refusedOf(URI server, List<Call> calls, AtomicInteger next) throws IOException {
        long refused = 0;
        try (Connection connection = new Connection(server)) {
            for (int at = next.getAndIncrement(); at < calls.size(); at = next.getAndIncrement()) {
                int status = connection.send(calls.get(at).bytes());
                refused += status / 100 == 2 ? 0 : 1;
            }
        }
        return refused;
    }
}
