// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How late the event loops come to what is due: twice a second each is asked. */
final class LoopLag implements Collector {
    private static final long PERIOD_MILLIS = 500;
    private static final MetricMetadata METADATA = new MetricMetadata(
            "gatehouse_event_loop_lag_seconds", "How late an event loop came to what was due.", Unit.SECONDS);

    private final Durations lag = new Durations();

    /** Watches the event loop that this is called on, until it ends. */
    void watch(Vertx vertx) {
        long[] due = {System.nanoTime()};
        vertx.setPeriodic(PERIOD_MILLIS, timer -> {
            long now = System.nanoTime();
            due[0] += TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
            lag.record(Math.max(0, now - due[0]));
            due[0] = now;
        });
    }

    @Override
    public MetricSnapshot collect() {
        return new HistogramSnapshot(METADATA, List.of(lag.point(Labels.EMPTY)));
    }
}
