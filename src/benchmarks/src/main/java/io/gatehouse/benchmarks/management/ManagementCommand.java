// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.management;

import io.gatehouse.benchmarks.Checkout;
import io.gatehouse.benchmarks.Progress;
import io.gatehouse.benchmarks.machine.FreePort;
import io.gatehouse.benchmarks.machine.ServerProcess;
import io.gatehouse.benchmarks.machine.Tools;
import io.gatehouse.benchmarks.report.Figures;
import io.gatehouse.benchmarks.report.TextTable;
import io.gatehouse.client.GatehouseClients;
import io.gatehouse.client.GatehouseEndpoint;
import io.gatehouse.client.RequestSigner;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replays signed management calls against moto's server and the packaged gateway, in turns, and compares them. */
@Command(
        name = "management",
        description = "The management API beside moto's server: operations/s and processor time per operation.",
        mixinStandardHelpOptions = true)
public final class ManagementCommand implements Callable<Integer> {
    @Option(names = "--calls", description = "Calls of each operation and pass (default: ${DEFAULT-VALUE}).")
    int calls = 1000;

    @Option(names = "--passes", description = "How often everything is measured (default: ${DEFAULT-VALUE}).")
    int passes = 3;

    @Option(names = "--warm-up", description = "Passes before the first that counts (default: ${DEFAULT-VALUE}).")
    int warmUp = 3;

    @Option(names = "--connections", description = "Connections at a time (default: ${DEFAULT-VALUE}).")
    int connections = 4;

    @Option(names = "--jvm", negatable = true, description = "Measure the JVM package (default: when it is built).")
    @Nullable
    Boolean jvm;

    @Option(
            names = "--native",
            negatable = true,
            description = "Measure the native binary (default: when it is built).")
    @Nullable
    Boolean binary;

    private final Progress progress = new Progress();

    /** A server that is measured, while it runs. */
    private record Server(String name, GatehouseEndpoint endpoint, long pid) {
        URI uri() {
            return endpoint.uri();
        }
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("gatehouse-bench-");
        List<AutoCloseable> running = new ArrayList<>();
        try {
            List<Server> servers = start(folder, running);
            for (int pass = 1; pass <= warmUp; pass++) {
                progress.begin("warming up, " + pass + " of " + warmUp);
                for (Server server : servers) {
                    replay(server);
                }
            }
            Map<String, Map<Server, List<Replay>>> results = new LinkedHashMap<>();
            for (int pass = 1; pass <= passes; pass++) {
                progress.begin("pass " + pass + " of " + passes);
                for (Server server : servers) {
                    replay(server)
                            .forEach((operation, replay) -> results.computeIfAbsent(
                                            operation, key -> new LinkedHashMap<>())
                                    .computeIfAbsent(server, key -> new ArrayList<>())
                                    .add(replay));
                }
            }
            System.out.println(table(servers, results));
            if (Tools.find("python3").isPresent()) {
                System.out.println(new ScriptRate(folder)
                        .table(servers.stream()
                                .map(server -> Map.entry(server.name(), server.uri()))
                                .toList()));
            }
            return results.values().stream()
                            .flatMap(byServer -> byServer.values().stream())
                            .flatMap(List::stream)
                            .allMatch(replay -> replay.refused() == 0)
                    ? 0
                    : 1;
        } finally {
            for (AutoCloseable each : running.reversed()) {
                each.close();
            }
            Checkout.delete(folder);
        }
    }

    private List<Server> start(Path folder, List<AutoCloseable> running) throws InterruptedException, IOException {
        List<Server> servers = new ArrayList<>();
        int port = FreePort.find();
        ServerProcess moto = ServerProcess.start(
                List.of(Tools.require("moto_server").toString(), "-H", "127.0.0.1", "-p", Integer.toString(port)),
                folder.resolve("moto.log"),
                port);
        running.add(moto);
        servers.add(new Server("moto", GatehouseEndpoint.of(URI.create("http://127.0.0.1:" + port)), moto.pid()));
        if (Checkout.wanted(jvm, Checkout.jvmPackage())) {
            servers.add(gateway("Gatehouse, JVM", Checkout.jvmPackage(), running));
        }
        if (Checkout.wanted(binary, Checkout.nativeBinary())) {
            servers.add(gateway("Gatehouse, native", Checkout.nativeBinary(), running));
        }
        return servers;
    }

    private static Server gateway(String name, Path file, List<AutoCloseable> running) throws InterruptedException {
        GatehouseProgram program = GatehouseProgram.start(
                GatehouseOptions.defaults().withProgram(file).withJavaFlags(Checkout.BOTH_COMPILERS));
        running.add(program);
        return new Server(name, program.endpoint(), program.pid());
    }

    private Map<String, Replay> replay(Server server) throws InterruptedException {
        Map<String, Replay> replays = new LinkedHashMap<>();
        try (var client = GatehouseClients.apiGateway(server.endpoint())) {
            RequestSigner signer = RequestSigner.of(server.endpoint(), "apigateway");
            Map<String, List<Call>> work = new Work(signer, server.uri(), client, calls).prepare();
            for (Map.Entry<String, List<Call>> operation : work.entrySet()) {
                replays.put(
                        operation.getKey(), Replay.run(server.uri(), server.pid(), operation.getValue(), connections));
            }
        }
        return replays;
    }

    private static String table(List<Server> servers, Map<String, Map<Server, List<Replay>>> results) {
        TextTable table = new TextTable(
                "operation", "server", "operations/s", "to moto", "CPU us/operation", "to moto", "refused");
        results.forEach((operation, byServer) -> {
            Server baseline = servers.getFirst();
            for (Server server : servers) {
                List<Replay> all = byServer.getOrDefault(server, List.of());
                List<Replay> base = byServer.getOrDefault(baseline, List.of());
                table.add(List.of(
                        operation,
                        server.name(),
                        Figures.text(rate(all)),
                        Figures.text(rate(all) / rate(base)),
                        Figures.text(cost(all)),
                        Figures.text(cost(all) / cost(base)),
                        Long.toString(all.stream().mapToLong(Replay::refused).sum())));
            }
        });
        return table.toString();
    }

    private static double rate(List<Replay> replays) {
        return Figures.median(replays.stream().map(Replay::perSecond).toList());
    }

    private static double cost(List<Replay> replays) {
        return Figures.median(replays.stream().map(Replay::processorMicros).toList());
    }
}
