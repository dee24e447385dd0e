// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** What is counted of exchanges, for a stage as a whole and for one of its methods. */
sealed interface Family {
    /** Every family, in the order in which it is written. */
    List<Family> ALL = List.of(
            new Counter("count", "Requests (Count).", meter -> meter.count),
            new Counter(
                    "4xx_error",
                    "Requests answered with a status from 400 to 499 (4XXError).",
                    meter -> meter.clientErrors),
            new Counter(
                    "5xx_error", "Requests answered with a status from 500 (5XXError).", meter -> meter.serverErrors),
            new Counter(
                    "client_left",
                    "Requests whose client left before the end of the answer.",
                    meter -> meter.leftByClient),
            new Counter(
                    "broken_off", "Answers that broke off after their head had been sent.", meter -> meter.brokenOff),
            new Histogram(
                    "latency",
                    "From the head of a request to the end of its answer (Latency).",
                    meter -> meter.latency),
            new Histogram(
                    "integration_latency",
                    "From the call of the backend to the head of its answer (IntegrationLatency).",
                    meter -> meter.integrationLatency));

    /** Its name without what all have in front. */
    String name();

    String help();

    /** The points of one family in the making. */
    interface Points {
        void add(ExchangeMeter meter, Labels labels);

        MetricSnapshot snapshot();
    }

    /**
     * @param prefix in front of the name
     */
    Points points(String prefix);

    /** Something that is counted. */
    record Counter(String name, String help, Function<ExchangeMeter, LongAdder> value) implements Family {
        @Override
        public Points points(String prefix) {
            List<CounterDataPointSnapshot> all = new ArrayList<>();
            return new Points() {
                @Override
                public void add(ExchangeMeter meter, Labels labels) {
                    all.add(new CounterDataPointSnapshot(value.apply(meter).sum(), labels, null, 0));
                }

                @Override
                public MetricSnapshot snapshot() {
                    return new CounterSnapshot(new MetricMetadata(prefix + name, help), all);
                }
            };
        }
    }

    /** Something that is timed. */
    record Histogram(String name, String help, Function<ExchangeMeter, Durations> value) implements Family {
        @Override
        public Points points(String prefix) {
            List<HistogramDataPointSnapshot> all = new ArrayList<>();
            return new Points() {
                @Override
                public void add(ExchangeMeter meter, Labels labels) {
                    all.add(value.apply(meter).point(labels));
                }

                @Override
                public MetricSnapshot snapshot() {
                    return new HistogramSnapshot(
                            new MetricMetadata(prefix + name + "_seconds", help, Unit.SECONDS), all);
                }
            };
        }
    }
}
