// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** How long something took, sorted into fixed classes. Recording costs two additions, whatever else records at the time. */
final class Durations {
    /** The upper bound of each class but the last, which has none; in microseconds. */
    private static final long[] BOUNDS = {
        1_000,
        2_500,
        5_000,
        10_000,
        25_000,
        50_000,
        100_000,
        250_000,
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000,
        30_000_000
    };

    private static final double[] SECONDS = new double[BOUNDS.length + 1];

    static {
        for (int i = 0; i < BOUNDS.length; i++) {
            SECONDS[i] = BOUNDS[i] / 1e6;
        }
        SECONDS[BOUNDS.length] = Double.POSITIVE_INFINITY;
    }

    private final LongAdder[] classes = new LongAdder[BOUNDS.length + 1];
    private final LongAdder sum = new LongAdder();

    Durations() {
        for (int i = 0; i < classes.length; i++) {
            classes[i] = new LongAdder();
        }
    }

    void record(long nanos) {
        classes[classOf(nanos)].increment();
        sum.add(nanos);
    }

    private static int classOf(long nanos) {
        long micros = TimeUnit.NANOSECONDS.toMicros(nanos + TimeUnit.MICROSECONDS.toNanos(1) - 1);
        int at = 0;
        while (at < BOUNDS.length && micros > BOUNDS[at]) {
            at++;
        }
        return at;
    }

    /** How many there were in each class, and all together in seconds. */
    HistogramDataPointSnapshot point(Labels labels) {
        long[] counts = new long[classes.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = classes[i].sum();
        }
        return new HistogramDataPointSnapshot(
                ClassicHistogramBuckets.of(SECONDS, counts), sum.sum() / 1e9, labels, Exemplars.EMPTY, 0);
    }
}
