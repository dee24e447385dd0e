// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.metrics;

import io.gatehouse.data.metrics.StageMeters.Owner;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads the meters of the stages that are served at the moment somebody asks: what is not served any more is not told of. */
final class TrafficCollector implements MultiCollector {
    private static final String STAGE = "gatehouse_";
    private static final String METHOD = "gatehouse_method_";
    private static final MetricMetadata CALLS =
            new MetricMetadata("gatehouse_backend_calls", "Calls of a backend that are under way.");

    private final Supplier<List<StageMeters>> stages;

    TrafficCollector(Supplier<List<StageMeters>> stages) {
        this.stages = stages;
    }

    @Override
    public MetricSnapshots collect() {
        List<StageMeters> now = stages.get();
        List<MetricSnapshot> all = new ArrayList<>();
        for (Family family : Family.ALL) {
            Family.Points points = family.points(STAGE);
            now.forEach(stage -> points.add(stage.whole(), labels(stage.owner())));
            all.add(points.snapshot());
        }
        for (Family family : Family.ALL) {
            Family.Points points = family.points(METHOD);
            for (StageMeters stage : now) {
                stage.methods()
                        .forEach((method, meter) -> points.add(
                                meter,
                                labels(stage.owner())
                                        .merge(Labels.of("resource", method.resource(), "method", method.verb()))));
            }
            all.add(points.snapshot());
        }
        all.add(calls(now));
        return new MetricSnapshots(all);
    }

    private static GaugeSnapshot calls(List<StageMeters> stages) {
        List<GaugeDataPointSnapshot> points = new ArrayList<>();
        for (StageMeters stage : stages) {
            stage.targets().forEach((name, target) -> {
                Labels labels = labels(stage.owner()).merge(Labels.of("target", name));
                points.add(point(target.waiting(), labels, "waiting"));
                points.add(point(target.inUse(), labels, "connected"));
            });
        }
        return new GaugeSnapshot(CALLS, points);
    }

    private static GaugeDataPointSnapshot point(long value, Labels labels, String state) {
        return new GaugeDataPointSnapshot(value, labels.merge(Labels.of("state", state)), null);
    }

    private static Labels labels(Owner owner) {
        return Labels.of("api_id", owner.apiId(), "api_name", owner.apiName(), "stage", owner.stage());
    }
}
