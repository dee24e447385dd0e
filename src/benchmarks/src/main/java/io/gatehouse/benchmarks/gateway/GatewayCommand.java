// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.gateway;

import io.gatehouse.benchmarks.Checkout;
import io.gatehouse.benchmarks.Progress;
import io.gatehouse.benchmarks.machine.ServerProcess;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Drives nginx and the packaged gateway with the same work, in turns, and compares them. */
@Command(
        name = "gateway",
        description = "The gateway beside nginx: requests/s, latency, processor time, memory.",
        mixinStandardHelpOptions = true)
public final class GatewayCommand implements Callable<Integer> {
    @Option(
            names = "--rounds",
            description = "How often each is measured per kind of work (default: ${DEFAULT-VALUE}).")
    int rounds = 5;

    @Option(names = "--seconds", description = "How long one measurement takes (default: ${DEFAULT-VALUE}).")
    int seconds = 5;

    @Option(
            names = "--warm-up",
            description = "Seconds of work before the first measurement (default: ${DEFAULT-VALUE}).")
    int warmUp = 30;

    @Option(names = "--only", split = ",", description = "Kinds of work: ${COMPLETION-CANDIDATES} (default: all).")
    Set<Scenario> only = EnumSet.allOf(Scenario.class);

    @Option(names = "--jvm", negatable = true, description = "Measure the JVM package (default: when it is built).")
    @Nullable
    Boolean jvm;

    @Option(
            names = "--native",
            negatable = true,
            description = "Measure the native binary (default: when it is built).")
    @Nullable
    Boolean binary;

    @Option(names = "--java-flag", description = "One more flag of the JVM; may be given several times.")
    List<String> javaFlags = List.of();

    @Option(names = "--flag", description = "One more flag of the gateway; may be given several times.")
    List<String> flags = List.of();

    @Option(names = "--save", description = "Write the picture to this file.")
    @Nullable
    Path picture;

    private final Progress progress = new Progress();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("gatehouse-bench-");
        try (Fleet fleet = new Fleet(folder)) {
            Results results = measure(fleet, folder);
            System.out.println(results.table());
            if (picture != null) {
                Files.writeString(picture, results.chart());
                System.out.println("Picture: " + picture);
            }
            return results.isSound() ? 0 : 1;
        } finally {
            Checkout.delete(folder);
        }
    }

    private Results measure(Fleet fleet, Path folder) throws IOException, InterruptedException {
        Set<Scenario.Paths> sizes =
                only.stream().map(scenario -> scenario.paths).collect(Collectors.toSet());
        List<Target> targets = fleet.start(EnumSet.copyOf(sizes));
        Path script = folder.resolve("load.lua");
        try (var source = GatewayCommand.class.getResourceAsStream("/load.lua")) {
            Files.write(script, java.util.Objects.requireNonNull(source).readAllBytes());
        }
        Results results = new Results(targets.stream().map(Target::name).toList());
        Duration warm = Duration.ofSeconds(warmUp);
        for (Scenario scenario : only) {
            progress.begin(scenario.label + ": warming up");
            for (Target target : targets) {
                Round.run(target, scenario, warm, script);
            }
            // The compiler has seen most of the program after the first kind of work.
            warm = Duration.ofSeconds(Math.max(1, warmUp / 6));
            for (int round = 1; round <= rounds; round++) {
                progress.begin(scenario.label + ": round " + round + " of " + rounds);
                for (Target target : targets) {
                    results.add(
                            scenario, target.name(), Round.run(target, scenario, Duration.ofSeconds(seconds), script));
                }
            }
        }
        return results;
    }

    /** Everything that runs during a measurement. */
    private final class Fleet implements AutoCloseable {
        private final Path folder;
        private final List<AutoCloseable> running = new ArrayList<>();

        Fleet(Path folder) {
            this.folder = folder;
        }

        /** The baseline comes first. */
        List<Target> start(EnumSet<Scenario.Paths> sizes) throws IOException, InterruptedException {
            Backend backend = Backend.start(folder.resolve("backend"));
            running.add(backend);
            List<Target> targets = new ArrayList<>();
            int port = NginxTarget.freePort();
            ServerProcess nginx = NginxTarget.start(folder.resolve("nginx"), port, backend.port(), sizes);
            running.add(nginx);
            targets.add(new Target("nginx", port, nginx.pid()));
            Path data = prepare(backend, sizes);
            if (Checkout.wanted(jvm, Checkout.jvmPackage())) {
                targets.add(gateway("JVM", Checkout.jvmPackage(), data));
            }
            if (Checkout.wanted(binary, Checkout.nativeBinary())) {
                targets.add(gateway("native", Checkout.nativeBinary(), data));
            }
            return targets;
        }

        /** Definitions are made once; each gateway starts on a copy. */
        private Path prepare(Backend backend, EnumSet<Scenario.Paths> sizes) throws InterruptedException {
            Path data = folder.resolve("prepared");
            GatehouseOptions options = GatehouseOptions.defaults()
                    .withProgram(Checkout.anyProgram())
                    .withDataDirectory(data);
            progress.begin("Making the APIs");
            try (GatehouseProgram program = GatehouseProgram.start(options);
                    var client = program.apiGateway()) {
                new Definitions(client, backend.port(), progress).create(sizes);
            }
            return data;
        }

        private Target gateway(String name, Path file, Path data) throws IOException, InterruptedException {
            Path own = folder.resolve(name);
            Checkout.copy(data, own);
            GatehouseProgram program = GatehouseProgram.start(GatehouseOptions.defaults()
                    .withProgram(file)
                    .withDataDirectory(own)
                    .withArguments(flags.toArray(String[]::new))
                    .withJavaFlags(Checkout.BOTH_COMPILERS)
                    .withJavaFlags(javaFlags.toArray(String[]::new)));
            running.add(program);
            return new Target(name, program.trafficPort(), program.pid());
        }

        @Override
        public void close() throws InterruptedException {
            for (AutoCloseable each : running.reversed()) {
                try {
                    each.close();
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    progress.begin("Could not stop a server: " + e.getMessage());
                }
            }
        }
    }
}
