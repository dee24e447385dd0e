// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.rest.AccessLog;
import io.gatehouse.contract.rest.AccessLogFormat;
import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.contract.rest.MethodSettings;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.data.observe.LogLimits;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What logs hold of real requests. */
final class LoggingIT {
    private static final String FORMAT = "$context.status $context.httpMethod $context.path $context.resourcePath"
            + " $context.responseLength $context.integration.status $context.error.responseType"
            + " \"$context.identity.userAgent\"";

    private static final AccessLog ACCESS =
            new AccessLog("$context.requestId " + FORMAT, "arn:aws:logs:us-east-1:000000000000:log-group:mine");

    private final Path directory;
    private final Definitions definitions = new Definitions();
    private final SlowBackend backend = new SlowBackend();
    private final DataPlane plane;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int port;
    private boolean closed;

    LoggingIT(@TempDir Path directory) throws Exception {
        this.directory = directory;
        this.plane = DataPlane.create(
                DataPlaneOptions.defaults()
                        .withBodyLimit(200_000)
                        .withResolve(Map.of(SlowBackend.NAME, backend.address()))
                        .withLogs(new LogOptions(
                                directory.resolve("logs"),
                                LogLimits.defaults(),
                                new LogOptions.Access(directory.resolve("all.log"), AccessLogFormat.parse(FORMAT)))),
                definitions,
                Credentials.development(),
                Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        end();
        backend.close();
    }

    /** Everything is written once the plane is closed. */
    private void end() {
        if (!closed) {
            plane.close(Duration.ofSeconds(1));
            closed = true;
        }
    }

    private void serve(StageSettings settings) {
        definitions.publish(
                settings,
                Definitions.mock("/mock", "hello"),
                Definitions.proxy("/signed", "AWS_IAM", "http://" + SlowBackend.NAME + "/signed"),
                proxy());
        plane.catchUp();
        if (port == 0) {
            port = plane.listen("127.0.0.1", 0);
        }
    }

    private static FrozenResource proxy() {
        return Definitions.proxy("/{proxy+}", "NONE", "http://" + SlowBackend.NAME + "/{proxy}");
    }

    @Test
    void eachRequestIsOneLineHoweverItEnds() throws Exception {
        serve(new StageSettings(Map.of(), Map.of(), ACCESS));

        send("GET", "/mock", "");
        send("POST", "/pets/7", "12345");
        send("GET", "/signed", "");
        send("POST", "/pets/7", "x".repeat(200_001));
        leaveWithoutWaiting();
        HttpResponse<String> nowhere =
                client.send(request("GET", "/elsewhere", "").build(), BodyHandlers.ofString());
        end();

        List<String> all = lines("all.log");
        assertThat(all)
                .containsExactlyInAnyOrder(
                        "200 GET /prod/mock /mock 5 - - \"tester\"",
                        "200 POST /prod/pets/7 /{proxy+} 14 200 - \"tester\"",
                        "403 GET /prod/signed /signed 42 - MISSING_AUTHENTICATION_TOKEN \"tester\"",
                        "413 POST /prod/pets/7 /{proxy+} 30 - REQUEST_TOO_LARGE \"tester\"",
                        "- GET /prod/never /{proxy+} 0 - - \"-\"",
                        "404 GET /elsewhere - " + nowhere.body().length() + " - RESOURCE_NOT_FOUND \"tester\"");
        assertThat(lines("logs/mine.log"))
                .allMatch(line -> line.matches("[0-9a-f-]{36} .*"))
                .extracting(line -> line.substring(37))
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(line -> !line.contains("/elsewhere"))
                        .toList());
    }

    @Test
    void aStageWithoutAnAccessLogHasNone() throws Exception {
        serve(StageSettings.of(Map.of()));
        send("GET", "/mock", "");
        end();
        assertThat(directory.resolve("logs")).doesNotExist();
        assertThat(lines("all.log")).hasSize(1);
    }

    @Test
    void aClientCannotForgeALine() throws Exception {
        serve(new StageSettings(Map.of(), Map.of(), ACCESS));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = "GET " + path("/mock%0a200%20GET%20/forged") + " HTTP/1.1\r\nHost: x\r\nUser-Agent: a\" 1 \\"
                    + "\u00e9\u0085b\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 ");
        }
        end();
        assertThat(Files.readString(directory.resolve("all.log")))
                .matches("\\d+ GET /prod/mock%0a200%20GET%20/forged /\\{proxy\\+} .* \"a\\\\\" 1 .*b\"\n");
    }

    @Test
    void methodSettingsChangeWithoutDeployingAndOnlyTheirMethodIsLogged() throws Exception {
        serve(StageSettings.of(Map.of()));
        send("GET", "/mock", "");
        serve(new StageSettings(Map.of(), Map.of("mock/ANY", new MethodSettings(false, "INFO", false)), null));
        send("GET", "/mock", "");
        send("GET", "/pets/7", "");
        serve(new StageSettings(Map.of(), Map.of("mock/ANY", new MethodSettings(false, "OFF", false)), null));
        send("GET", "/mock", "");
        end();

        List<String> lines = execution().stream()
                .map(line -> line.replaceFirst("^\\S+ \\([0-9a-f-]{36}\\) ", ""))
                .toList();
        assertThat(lines.getFirst()).startsWith("Extended Request Id: ");
        assertThat(lines.subList(lines.size() - 3, lines.size()))
                .containsExactly(
                        "HTTP Method: GET, Resource Path: /mock",
                        "Successfully completed execution",
                        "Method completed with status: 200");
        assertThat(lines).hasSize(8);
    }

    @Test
    void aDataTraceTellsWhatPassedThrough() throws Exception {
        serve(tracing("INFO"));
        HttpResponse<String> answer = client.send(
                request("PUT", path("/pets/7?a=1"), "12345")
                        .header("Authorization", "secret")
                        .build(),
                BodyHandlers.ofString());
        end();

        assertThat(answer.body()).isEqualTo("PUT /pets/7?a=1 5");
        assertThat(has("Method request path: {proxy=pets/7}")).isTrue();
        assertThat(has("Method request query string: {a=1}")).isTrue();
        assertThat(execution())
                .filteredOn(line -> line.contains("Method request headers: "))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains("Authorization=******").doesNotContain("secret"));
        assertThat(has("Method request body before transformations: 12345")).isTrue();
        assertThat(has("Endpoint request URI: http://" + SlowBackend.NAME + "/pets/7?a=1"))
                .isTrue();
        assertThat(has("Endpoint request body after transformations: 12345")).isTrue();
        assertThat(execution())
                .anyMatch(line -> line.matches(".* Received response\\. Status: 200, Integration latency: \\d+ ms"));
        assertThat(has("Endpoint response body before transformations: PUT /pets/7?a=1 5"))
                .isTrue();
        assertThat(has("Method response body after transformations: PUT /pets/7?a=1 5"))
                .isTrue();
        assertThat(has("Method completed with status: 200")).isTrue();
    }

    @Test
    void atLevelErrorOnlyRefusalsAreTold() throws Exception {
        serve(tracing("ERROR"));
        send("GET", "/mock", "");
        send("GET", "/signed", "");
        end();

        assertThat(execution()).hasSize(4);
        assertThat(has("Execution was refused: MISSING_AUTHENTICATION_TOKEN")).isTrue();
        assertThat(has("Gateway response type: MISSING_AUTHENTICATION_TOKEN with status code: 403"))
                .isTrue();
        assertThat(has("Method completed with status: 403")).isTrue();
    }

    private static StageSettings tracing(String level) {
        return new StageSettings(Map.of(), Map.of("*/*", new MethodSettings(false, level, true)), null);
    }

    /** A client that goes away before the backend answers. */
    private void leaveWithoutWaiting() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = "GET " + path("/never") + " HTTP/1.1\r\nHost: x\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            backend.neverAsked.await();
        }
        await(() -> plane.inFlight() == 0);
    }

    private static void await(BooleanSupplier holds) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    private void send(String verb, String path, String body) throws Exception {
        client.send(request(verb, path(path), body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String verb, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("User-Agent", "tester")
                .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static String path(String below) {
        return "/_aws/execute-api/" + Definitions.API + "/prod" + below;
    }

    private List<String> execution() throws Exception {
        return lines("logs/API-Gateway-Execution-Logs_" + Definitions.API + "/prod.log");
    }

    private boolean has(String text) throws Exception {
        Predicate<String> said = line -> line.endsWith(") " + text);
        return execution().stream().anyMatch(said);
    }

    private List<String> lines(String file) throws Exception {
        return Files.readAllLines(directory.resolve(file));
    }
}
