// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the AOT cache of the packaged program, with which it starts in a third of the time: runs the program once, has it do the
 * main job, and stops it. Run by the build: {@code java Train.java target/quarkus-app}; writes {@code gatehouse.aot} there. The
 * cache is for the JDK that made it and for the jars as they are; with others it is ignored.
 */
final class Train {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String UNCHECKED_SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=0";
    private static final int CALLS = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = freePort();
    private final int trafficPort = freePort();

    private Train() throws IOException {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        new Train().run(Path.of(arguments[0]).toAbsolutePath());
    }

    private void run(Path app) throws IOException, InterruptedException {
        settleTimes(app);
        Path cache = app.resolve("gatehouse.aot");
        Path data = Files.createTempDirectory("gatehouse-training-");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + app.resolve("jvm.options"),
                        "-XX:AOTCacheOutput=" + cache,
                        "-jar",
                        app.resolve("quarkus-run.jar").toString(),
                        "run",
                        "--port",
                        Integer.toString(port),
                        "--traffic-port",
                        Integer.toString(trafficPort),
                        "--data-dir",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("output.txt").toFile())
                .start();
        try {
            awaitReady(program);
            mainJob();
            program.destroy();
            if (!program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || !Files.isRegularFile(cache)) {
                throw new IOException("No cache was made:\n" + Files.readString(data.resolve("output.txt")));
            }
            System.out.println("Made " + cache + ", " + Files.size(cache) / 1_000_000 + " MB");
        } finally {
            program.destroyForcibly();
            delete(data);
        }
    }

    /** A zip keeps times in steps of two seconds, and the cache is void when a jar's time has changed. */
    private static void settleTimes(Path app) throws IOException {
        try (Stream<Path> files = Files.walk(app)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                long second = Files.getLastModifiedTime(file).to(TimeUnit.SECONDS);
                Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second / 2 * 2)));
            }
        }
    }

    private void awaitReady(Process program) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (program.isAlive() && System.nanoTime() < deadline) {
            try {
                if (call("GET", "/_gatehouse/health/ready", "").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IOException("The program does not answer");
    }

    /** What a user's script does: an API with a mock and a proxy, deployed, called, changed. */
    private void mainJob() throws IOException, InterruptedException {
        String api = "/restapis/" + id(call("POST", "/restapis", "{\"name\":\"training\"}"));
        String root = id(call("GET", api + "/resources", ""));
        String proxied = "http://127.0.0.1:" + port + "/_gatehouse/health/live";
        method(api, root, "mock", "{\"type\":\"MOCK\",\"requestTemplates\":{\"application/json\":\"{\\\"statusCode\\\": 200}\"}}");
        method(api, root, "proxy", "{\"type\":\"HTTP_PROXY\",\"httpMethod\":\"GET\",\"uri\":\"" + proxied + "\"}");
        call("GET", api + "/resources?embed=methods", "");
        call("POST", api + "/deployments", "{\"stageName\":\"prod\"}");
        call("PATCH", api + "/stages/prod", "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/variables/a\",\"value\":\"b\"}]}");
        String stage = "http://127.0.0.1:" + trafficPort + api + "/prod/_user_request_/";
        for (int i = 0; i < CALLS; i++) {
            answered(HttpRequest.newBuilder(URI.create(stage + (i % 2 == 0 ? "mock" : "proxy"))).build());
        }
        call("GET", "/restapis", "");
        call("DELETE", api, "");
    }

    private void method(String api, String root, String name, String integration) throws IOException, InterruptedException {
        String resource = id(call("POST", api + "/resources/" + root, "{\"pathPart\":\"" + name + "\"}"));
        String method = api + "/resources/" + resource + "/methods/GET";
        call("PUT", method, "{\"authorizationType\":\"NONE\"}");
        call("PUT", method + "/responses/200", "{}");
        call("PUT", method + "/integration", integration);
        call("PUT", method + "/integration/responses/200", "{\"responseTemplates\":{\"application/json\":\"$context.requestId\"}}");
    }

    private HttpResponse<String> call(String verb, String path, String body) throws IOException, InterruptedException {
        return answered(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", UNCHECKED_SIGNATURE)
                .header("X-Amz-Date", "20260101T000000Z")
                .header("Content-Type", "application/json")
                .method(verb, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> answered(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300 && response.statusCode() != 503) {
            throw new IllegalStateException(request + " answered " + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    private static String id(HttpResponse<String> response) {
        Matcher matcher = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"").matcher(response.body());
        if (!matcher.find()) {
            throw new IllegalStateException("No id in " + response.body());
        }
        return matcher.group(1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
