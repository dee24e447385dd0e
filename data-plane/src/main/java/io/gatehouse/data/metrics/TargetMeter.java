// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.metrics;

import io.gatehouse.data.pipeline.Exchange;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of one backend that are under way: those that wait for a connection, and those that have one. */
final class TargetMeter {
    private final LongAdder called = new LongAdder();
    private final LongAdder connected = new LongAdder();
    private final LongAdder endedWaiting = new LongAdder();
    private final LongAdder endedConnected = new LongAdder();

    void called() {
        called.increment();
    }

    void connected() {
        connected.increment();
    }

    void ended(Exchange exchange) {
        if (exchange.timing().connected()) {
            endedConnected.increment();
        } else if (exchange.timing().called()) {
            endedWaiting.increment();
        }
    }

    /** Ends are read first, so that a sum that is not of one moment is never below zero. */
    long waiting() {
        long over = endedWaiting.sum() + connected.sum();
        return Math.max(0, called.sum() - over);
    }

    long inUse() {
        long over = endedConnected.sum();
        return Math.max(0, connected.sum() - over);
    }
}
