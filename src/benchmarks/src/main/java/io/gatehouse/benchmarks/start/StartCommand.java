// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.start;

import io.gatehouse.benchmarks.Checkout;
import io.gatehouse.benchmarks.Progress;
import io.gatehouse.benchmarks.report.Figures;
import io.gatehouse.benchmarks.report.TextTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the program over and over: on the JVM, on the JVM with an AOT cache, natively. */
@Command(
        name = "start",
        description = "Start to first answer and idle memory: JVM, JVM with AOT cache, native.",
        mixinStandardHelpOptions = true)
public final class StartCommand implements Callable<Integer> {
    @Option(names = "--starts", description = "How often each is started (default: ${DEFAULT-VALUE}).")
    int starts = 5;

    @Option(names = "--idle", description = "Seconds until its memory is looked at (default: ${DEFAULT-VALUE}).")
    int idle = 3;

    private final Progress progress = new Progress();

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("gatehouse-bench-");
        try {
            Map<String, List<Start>> results = new LinkedHashMap<>();
            Map<String, List<String>> programs = programs();
            for (int number = 1; number <= starts; number++) {
                progress.begin("start " + number + " of " + starts);
                for (Map.Entry<String, List<String>> program : programs.entrySet()) {
                    Path data = folder.resolve("data-" + results.size() + "-" + number + "-"
                            + program.getKey().hashCode());
                    results.computeIfAbsent(program.getKey(), key -> new ArrayList<>())
                            .add(Start.of(program.getValue(), data, Duration.ofSeconds(idle)));
                }
            }
            System.out.println(table(results));
            return 0;
        } finally {
            Checkout.delete(folder);
        }
    }

    private Map<String, List<String>> programs() {
        Map<String, List<String>> programs = new LinkedHashMap<>();
        if (Files.isRegularFile(Checkout.jvmPackage())) {
            programs.put("JVM", java(List.of()));
        }
        Path cache = Checkout.jvmPackage().resolveSibling("gatehouse.aot");
        if (Files.isRegularFile(cache)) {
            programs.put("JVM, AOT cache", java(List.of("-XX:AOTCache=" + cache)));
        }
        if (Files.isExecutable(Checkout.nativeBinary())) {
            programs.put("native", List.of(Checkout.nativeBinary().toString()));
        }
        return programs;
    }

    private static List<String> java(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Checkout.jvmPackage().resolveSibling("jvm.options"));
        command.addAll(flags);
        command.addAll(List.of("-jar", Checkout.jvmPackage().toString()));
        return command;
    }

    private static String table(Map<String, List<Start>> results) {
        TextTable table = new TextTable("program", "first answer ms", "CPU ms", "idle memory MB");
        results.forEach((name, all) -> table.add(List.of(
                name,
                Figures.text(Figures.median(
                        all.stream().map(Start::firstAnswerMillis).toList())),
                Figures.text(
                        Figures.median(all.stream().map(Start::processorMillis).toList())),
                Figures.text(Figures.median(
                        all.stream().map(Start::residentMebibytes).toList())))));
        return table.toString();
    }
}
