// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.rest.MethodSettings;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.contract.sigv4.Credentials;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a scrape tells of what real clients have asked for. */
final class MetricsIT {
    private static final String STAGE = "api_id=\"" + Definitions.API + "\",api_name=\"pets\"%s,stage=\"prod\"%s";
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `([a-z0-9_]+)`", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("^# TYPE ([a-z0-9_]+) ", Pattern.MULTILINE);

    private final Definitions definitions = new Definitions();
    private final SlowBackend backend = new SlowBackend();
    private final DataPlane plane = DataPlane.create(
            DataPlaneOptions.defaults().withResolve(Map.of(SlowBackend.NAME, backend.address())),
            definitions,
            Credentials.development(),
            Clock.systemUTC());
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private int port;

    MetricsIT() throws Exception {}

    @BeforeEach
    void serve() {
        publish(Map.of());
        port = plane.listen("127.0.0.1", 0);
    }

    private void publish(Map<String, MethodSettings> settings) {
        definitions.publish(
                new StageSettings(Map.of(), settings, null),
                Definitions.mock("/mock", "hello"),
                Definitions.proxy("/gone", "NONE", "http://127.0.0.1:1/"),
                Definitions.proxy("/{proxy+}", "NONE", "http://" + SlowBackend.NAME + "/{proxy}"));
        plane.catchUp();
    }

    @AfterEach
    void close() throws Exception {
        plane.close(Duration.ZERO);
        backend.close();
    }

    @Test
    void exchangesAreCountedByStageAsAwsCountsThem() throws Exception {
        for (String path : new String[] {"/mock", "/mock", "/pets", "/", "/gone"}) {
            get(at(path));
        }
        String page = scrape();
        assertThat(value(page, "gatehouse_count_total", "")).isEqualTo(5);
        assertThat(value(page, "gatehouse_4xx_error_total", "")).isEqualTo(1);
        assertThat(value(page, "gatehouse_5xx_error_total", "")).isEqualTo(1);
        assertThat(value(page, "gatehouse_latency_seconds_count", "")).isEqualTo(5);
        assertThat(value(page, "gatehouse_latency_seconds_bucket", ",le=\"+Inf\""))
                .isEqualTo(5);
        assertThat(value(page, "gatehouse_integration_latency_seconds_count", ""))
                .isEqualTo(2);
        assertThat(value(page, "gatehouse_latency_seconds_sum", ""))
                .isGreaterThan(value(page, "gatehouse_integration_latency_seconds_sum", ""));
        assertThat(page).doesNotContain("gatehouse_method_count_total{");
    }

    @Test
    void aMethodIsCountedByItselfWhereItsSettingsSaySo() throws Exception {
        publish(Map.of("mock/ANY", new MethodSettings(true, null, false)));
        get(at("/mock"));
        get(at("/pets"));
        String page = scrape();
        String labels = STAGE.formatted(",method=\"ANY\",resource=\"/mock\"", "");
        assertThat(page).contains("gatehouse_method_count_total{" + labels + "} 1.0\n");
        assertThat(page.split("gatehouse_method_count_total\\{", -1)).hasSize(2);
        assertThat(value(page, "gatehouse_count_total", "")).isEqualTo(2);
    }

    @Test
    void countsGoOnWhenAStageIsDeployedAnewAndEndWithIt() throws Exception {
        publish(Map.of("*/*", new MethodSettings(true, null, false)));
        get(at("/mock"));
        publish(Map.of("*/*", new MethodSettings(true, null, false)));
        get(at("/mock"));
        String page = scrape();
        assertThat(value(page, "gatehouse_count_total", "")).isEqualTo(2);
        assertThat(page).contains("resource=\"/mock\",stage=\"prod\"} 2.0\n");

        publish(Map.of());
        assertThat(scrape()).doesNotContain("gatehouse_method_count_total{");
        definitions.withdraw();
        plane.catchUp();
        assertThat(scrape()).doesNotContain("api_id=").contains("gatehouse_stages 0.0\n");
    }

    @Test
    void whatAClientMakesUpNamesNothing() throws Exception {
        get("/restapis/made-up/prod/_user_request_/mock");
        get("/restapis/" + Definitions.API + "/made-up/_user_request_/mock");
        get("/made-up");
        get(at("/made-up/path"));
        String page = scrape();
        assertThat(page)
                .doesNotContain("made-up")
                .contains("gatehouse_refused_total{reason=\"no_stage\"} 2.0\n")
                .contains("gatehouse_refused_total{reason=\"no_address\"} 1.0\n");
    }

    @Test
    void aClientThatLeavesIsCountedApart() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = "GET " + at("/never") + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(backend.neverAsked.await(10, TimeUnit.SECONDS)).isTrue();
            String meanwhile = page();
            String target = ",target=\"http://" + SlowBackend.NAME + "\"";
            assertThat(value(meanwhile, "gatehouse_backend_calls", ",state=\"connected\"" + target))
                    .isEqualTo(1);
            assertThat(value(meanwhile, "gatehouse_backend_calls", ",state=\"waiting\"" + target))
                    .isEqualTo(0);
        }
        assertThat(backend.neverLeft.await(10, TimeUnit.SECONDS)).isTrue();
        String page = scrape();
        assertThat(value(page, "gatehouse_client_left_total", "")).isEqualTo(1);
        assertThat(value(page, "gatehouse_latency_seconds_count", "")).isEqualTo(0);
        assertThat(page).contains("state=\"connected\",target=\"http://" + SlowBackend.NAME + "\"} 0.0\n");
    }

    @Test
    void thePageIsInTheFormatThatIsAskedFor() throws Exception {
        HttpResponse<String> plain = get("/_gatehouse/metrics");
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        HttpResponse<String> open = client.send(
                HttpRequest.newBuilder(uri("/_gatehouse/metrics"))
                        .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5")
                        .build(),
                BodyHandlers.ofString());
        assertThat(open.headers().firstValue("Content-Type"))
                .contains("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(open.body()).endsWith("# EOF\n").contains("# UNIT gatehouse_latency_seconds seconds\n");
    }

    @Test
    void whatAProxyPassesOnSeesNoMetrics() throws Exception {
        for (String field : new String[] {"X-Forwarded-For", "Forwarded", "Via"}) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(uri("/_gatehouse/metrics"))
                            .header(field, "203.0.113.9")
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(field).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(Definitions.API);
        }
    }

    @Test
    void everyMetricIsDocumentedAndNoOther() throws Exception {
        publish(Map.of("*/*", new MethodSettings(true, null, false)));
        get(at("/pets"));
        String documented = Files.readString(Path.of("..", "src", "docs", "metrics.md"));
        assertThat(names(DOCUMENTED, documented)).isEqualTo(names(TYPE, scrape()));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double value(String page, String name, String more) {
        String line = name + "{" + STAGE.formatted("", more) + "} ";
        int at = page.indexOf(line);
        assertThat(at).as(line + "in\n" + page).isNotNegative();
        return Double.parseDouble(page.substring(at + line.length(), page.indexOf('\n', at)));
    }

    /** What is told once every exchange is over: a client has its answer a moment before it is counted. */
    private String scrape() throws Exception {
        for (int i = 0; i < 200 && !page().contains("gatehouse_requests_in_flight 0.0\n"); i++) {
            Thread.sleep(20);
        }
        return page();
    }

    private String page() throws Exception {
        return get("/_gatehouse/metrics").body();
    }

    private static String at(String path) {
        return "/restapis/" + Definitions.API + "/prod/_user_request_" + path;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }
}
