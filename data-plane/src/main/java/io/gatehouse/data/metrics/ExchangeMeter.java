// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.metrics;

import io.gatehouse.data.pipeline.Exchange;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts exchanges, in AWS's words (developer guide, "Amazon API Gateway dimensions and metrics"). An exchange whose answer was
 * not completed is counted and has no latency.
 */
final class ExchangeMeter {
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    final LongAdder count = new LongAdder();
    final LongAdder clientErrors = new LongAdder();
    final LongAdder serverErrors = new LongAdder();
    final LongAdder leftByClient = new LongAdder();
    final LongAdder brokenOff = new LongAdder();
    final Durations latency = new Durations();
    final Durations integrationLatency = new Durations();

    void ended(Exchange exchange) {
        count.increment();
        if (exchange.integrationNanos() >= 0) {
            integrationLatency.record(exchange.integrationNanos());
        }
        if (exchange.abandoned() || exchange.failure() instanceof ClosedChannelException) {
            leftByClient.increment();
            return;
        }
        if (exchange.brokenOff()) {
            brokenOff.increment();
            return;
        }
        latency.record(exchange.timing().nanos());
        int status = exchange.outbound().status();
        if (status >= FIRST_SERVER_ERROR) {
            serverErrors.increment();
        } else if (status >= FIRST_CLIENT_ERROR) {
            clientErrors.increment();
        }
    }
}
