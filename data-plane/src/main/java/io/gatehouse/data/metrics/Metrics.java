// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * All that a data plane counts, written for Prometheus when it is asked. What is counted of exchanges lives with the stages
 * ({@link StageMeters}); here is the rest. {@code src/docs/metrics.md} says what each name means.
 */
public final class Metrics {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<RefusalReason, LongAdder> refusals = new EnumMap<>(RefusalReason.class);
    private final LoopLag loopLag = new LoopLag();

    /**
     * @param stages the meters of what is served, at the moment that it is asked for
     */
    public Metrics(Supplier<List<StageMeters>> stages) {
        registry.getPrometheusRegistry().register(new TrafficCollector(stages));
        registry.getPrometheusRegistry().register(loopLag);
        for (RefusalReason reason : RefusalReason.values()) {
            LongAdder refused = new LongAdder();
            refusals.put(reason, refused);
            FunctionCounter.builder("gatehouse.refused", refused, LongAdder::sum)
                    .tag("reason", reason.label())
                    .description("Requests refused before a stage was found.")
                    .register(registry);
        }
        ProcessMeters.bindTo(registry);
    }

    /**
     * Shows a number that goes up and down.
     *
     * @param name in Micrometer's form, with dots
     * @param help one line that says what it is
     */
    public void gauge(String name, String help, DoubleSupplier value) {
        Gauge.builder(name, value::getAsDouble).description(help).register(registry);
    }

    /**
     * Shows a number that only goes up.
     *
     * @param name in Micrometer's form, with dots
     * @param help one line that says what it is
     */
    public void counter(String name, String help, DoubleSupplier value) {
        FunctionCounter.builder(name, this, metrics -> value.getAsDouble())
                .description(help)
                .register(registry);
    }

    /** Watches how late the event loop comes that this is called on. */
    public void watchLoop(Vertx vertx) {
        loopLag.watch(vertx);
    }

    /** A request was refused before a stage was found. */
    public void refused(RefusalReason reason) {
        LongAdder counter = refusals.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }

    /** A page of all metrics. */
    public record Page(String contentType, String text) {}

    /**
     * Reads everything; takes longer the more stages there are, so not on an event loop.
     *
     * @param accept the {@code Accept} field of whoever asks: OpenMetrics where it is named, Prometheus' text format otherwise
     */
    public Page read(String accept) {
        String type = accept.contains("application/openmetrics-text") ? OPEN_METRICS : TEXT;
        return new Page(type, registry.scrape(type));
    }
}
