// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.gateway;

import io.gatehouse.benchmarks.report.BarChart;
import io.gatehouse.benchmarks.report.Figures;
import io.gatehouse.benchmarks.report.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The rounds of a run. The first target is the baseline; a ratio is made within each round, and the middle one is shown. */
final class Results {
    private final List<String> targets;
    private final Map<Scenario, Map<String, List<Round>>> rounds = new LinkedHashMap<>();

    /** @param targets their names, the baseline first */
    Results(List<String> targets) {
        this.targets = List.copyOf(targets);
    }

    void add(Scenario scenario, String target, Round round) {
        rounds.computeIfAbsent(scenario, key -> new LinkedHashMap<>())
                .computeIfAbsent(target, key -> new ArrayList<>())
                .add(round);
    }

    /** A row per scenario and target. */
    String table() {
        TextTable table = new TextTable(
                "work",
                "proxy",
                "requests/s",
                "median ms",
                "p99 ms",
                "CPU us/request",
                "to nginx",
                "memory MB",
                "failed");
        rounds.forEach((scenario, byTarget) -> targets.forEach(target -> {
            List<Round> all = byTarget.getOrDefault(target, List.of());
            if (!all.isEmpty()) {
                table.add(List.of(
                        scenario.label,
                        target,
                        middle(all, Round::perSecond),
                        middle(all, Round::medianMillis),
                        middle(all, Round::p99Millis),
                        middle(all, Round::processorMicros),
                        Figures.text(ratio(byTarget, target)),
                        middle(all, Round::residentMebibytes),
                        Long.toString(all.stream().mapToLong(Round::failed).sum())));
            }
        }));
        return table.toString();
    }

    /** Processor time per request, as a picture. */
    String chart() {
        BarChart chart = new BarChart("Processor time of the proxy per request, in microseconds", targets);
        rounds.forEach((scenario, byTarget) -> {
            List<Double> values = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            for (String target : targets) {
                List<Round> all = byTarget.getOrDefault(target, List.of());
                values.add(all.isEmpty() ? Double.NaN : median(all, Round::processorMicros));
                notes.add(
                        all.isEmpty()
                                ? ""
                                : middle(all, Round::processorMicros) + "  (" + Figures.text(ratio(byTarget, target))
                                        + ")");
            }
            chart.add(scenario.label, values, notes);
        });
        return chart.svg();
    }

    /** Whether every request was answered well. */
    boolean isSound() {
        return rounds.values().stream()
                .flatMap(byTarget -> byTarget.values().stream())
                .flatMap(List::stream)
                .allMatch(round -> round.failed() == 0);
    }

    /** A target's processor time per request, by that of the baseline in the same round. */
    private double ratio(Map<String, List<Round>> byTarget, String target) {
        List<Round> baseline = byTarget.getOrDefault(targets.getFirst(), List.of());
        List<Round> all = byTarget.getOrDefault(target, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(baseline.size(), all.size()); i++) {
            ratios.add(all.get(i).processorMicros() / baseline.get(i).processorMicros());
        }
        return ratios.isEmpty() ? Double.NaN : Figures.median(ratios);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Figures.median(rounds.stream().map(figure::applyAsDouble).toList());
    }

    private static String middle(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Figures.text(median(rounds, figure));
    }
}
