// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.management;

import io.gatehouse.benchmarks.machine.FreePort;
import io.gatehouse.benchmarks.machine.Nginx;
import io.gatehouse.benchmarks.machine.ServerProcess;
import io.gatehouse.benchmarks.machine.Tools;
import io.gatehouse.benchmarks.report.Figures;
import io.gatehouse.benchmarks.report.TextTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many calls a second one boto3 client makes, beside its floor: an nginx that answers each call with the same text. Shows
 * how much of a script's time is the server's.
 */
final class ScriptRate {
    private static final String SCRIPT = """
            import sys, time
            import boto3
            from botocore.config import Config

            client = boto3.client(
                "apigateway", endpoint_url=sys.argv[1], region_name="us-east-1", aws_access_key_id="test",
                aws_secret_access_key="test", config=Config(retries={"max_attempts": 0}))
            for _ in range(100):
                client.get_rest_apis(limit=1)
            start = time.perf_counter()
            for _ in range(1000):
                client.get_rest_apis(limit=1)
            print(1000 / (time.perf_counter() - start))
            """;

    private final Path folder;

    ScriptRate(Path folder) {
        this.folder = folder;
    }

    /** A row per server; empty without boto3. */
    String table(List<Map.Entry<String, URI>> servers) throws InterruptedException, IOException {
        int port = FreePort.find();
        String http = "server { listen 127.0.0.1:" + port
                + "; default_type application/json; location / { return 200 '{\"item\":[]}'; } }";
        TextTable table = new TextTable("boto3, GetRestApis", "calls/s", "of the floor");
        try (ServerProcess nginx = Nginx.start(folder.resolve("floor"), http, port)) {
            List<Map.Entry<String, URI>> all = new ArrayList<>();
            all.add(Map.entry("floor (a fixed answer)", URI.create("http://127.0.0.1:" + port)));
            all.addAll(servers);
            double floor = Double.NaN;
            for (Map.Entry<String, URI> server : all) {
                double rate = rate(server.getValue());
                floor = Double.isNaN(floor) ? rate : floor;
                table.add(List.of(server.getKey(), Figures.text(rate), Figures.text(rate / floor)));
            }
        }
        return table.toString();
    }

    private static double rate(URI endpoint) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Tools.require("python3").toString(), "-c", SCRIPT, endpoint.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IOException("boto3 failed:\n" + output);
        }
        return Double.parseDouble(output);
    }
}
