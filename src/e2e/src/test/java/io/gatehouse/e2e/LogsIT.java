// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** The logs that stages and the program write, as AWS's SDK asks for them. */
final class LogsIT {
    private static final int REQUESTS = 3_000;
    private static final int CLIENTS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE = GatehouseExtension.with(() -> GatehouseOptions.defaults()
            .withArguments("--access-log", "-", "--access-log-format", "access: $context.path $context.status"));

    private final GatehouseProgram program;
    private final ApiGatewayClient client;

    LogsIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @Test
    void threeThousandRequestsAreThreeThousandLines() throws Exception {
        DeployedApi api = served("many");
        logTo(api, "many", "$context.requestId $context.status");

        List<String> ids = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<List<String>>> all = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                all.add(threads.submit(calls(api)));
            }
            for (Future<List<String>> some : all) {
                ids.addAll(some.get());
            }
        }

        assertThat(ids).hasSize(REQUESTS);
        Eventually.holds(() -> assertThat(lines("many")).hasSizeGreaterThanOrEqualTo(REQUESTS));
        assertThat(lines("many"))
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(id -> id + " 200").toList());
    }

    private Callable<List<String>> calls(DeployedApi api) {
        return () -> {
            List<String> ids = new ArrayList<>();
            try (HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                HttpRequest request = HttpRequest.newBuilder(api.address(program.trafficPort(), "prod", "/hello"))
                        .build();
                for (int call = 0; call < REQUESTS / CLIENTS; call++) {
                    HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
                    ids.add(answer.headers().firstValue("x-amzn-RequestId").orElseThrow());
                }
            }
            return ids;
        };
    }

    @Test
    void noClientCanForgeALine() throws Exception {
        DeployedApi api = served("forged");
        logTo(
                api,
                "nested/forged",
                "{\"id\":\"$context.requestId\",\"path\":\"$context.path\",\"agent\":\"$context.identity.userAgent\"}\n");
        String agent = "x\", \"id\": \"forged\"}\t{\\ \u0085 \u00e9";
        String path = api.address(program.trafficPort(), "prod", "/hello%0a%7b%22id%22")
                .getRawPath();
        try (Wire wire = new Wire(program.trafficPort())) {
            wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nUser-Agent: " + agent + "\r\n\r\n");
            assertThat(wire.answer().status()).isEqualTo(403);
        }
        Eventually.holds(() -> assertThat(lines("nested/forged")).hasSize(1));
        try (Wire wire = new Wire(program.trafficPort())) {
            wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nUser-Agent: a\r\n b\r\n\r\n");
            assertThat(wire.answer().status()).isEqualTo(403);
        }

        Eventually.holds(() -> assertThat(lines("nested/forged")).hasSize(2));
        JsonNode line = JSON.readTree(lines("nested/forged").getFirst());
        assertThat(line.size()).isEqualTo(3);
        assertThat(JSON.readTree(lines("nested/forged").getLast()).path("agent").asText())
                .matches("a\\s+b");
        assertThat(line.path("path").asText()).isEqualTo("/prod/hello%0a%7b%22id%22");
        assertThat(line.path("agent").asText()).startsWith("x\", \"id\": \"forged\"}\t{\\ ");
    }

    @Test
    void aMethodsCourseIsToldAsSoonAsItsStageSaysSo() throws Exception {
        DeployedApi api = served("told").replaceInStage("prod", "/hello/GET/logging/loglevel", "INFO");
        Eventually.holds(() -> {
            call(api, "/hello");
            assertThat(lines("API-Gateway-Execution-Logs_" + api.id() + "/prod"))
                    .anyMatch(line ->
                            line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z \\([0-9a-f-]{36}\\)"
                                    + " HTTP Method: GET, Resource Path: /hello"))
                    .anyMatch(line -> line.endsWith(") Method completed with status: 200"));
        });
    }

    @Test
    void theProgramsOwnAccessLogHasRequestsOfEveryApi() throws Exception {
        DeployedApi api = served("own");
        int before = program.output().size();
        call(api, "/hello");
        assertThat(program.awaitOutput(before, line -> line.equals("access: /prod/hello 200"), Duration.ofSeconds(10)))
                .isPresent();
    }

    private DeployedApi served(String name) {
        DeployedApi api = DeployedApi.create(client, name).fixedAnswer("/hello", "hello");
        api.deploy("prod");
        return api;
    }

    private static void logTo(DeployedApi api, String group, String format) {
        api.replaceInStage(
                        "prod",
                        "/accessLogSettings/destinationArn",
                        "arn:aws:logs:us-east-1:000000000000:log-group:" + group)
                .replaceInStage("prod", "/accessLogSettings/format", format);
    }

    private void call(DeployedApi api, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(api.address(program.trafficPort(), "prod", path))
                    .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    private List<String> lines(String log) throws IOException {
        Path file = program.dataDirectory().resolve("logs").resolve(log + ".log");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
