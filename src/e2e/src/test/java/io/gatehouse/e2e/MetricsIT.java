// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseProgram;
import io.gatehouse.testkit.GatehouseTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** What a Prometheus server reads of the packaged program is what clients have sent to it. */
@GatehouseTest
final class MetricsIT {
    private static final Pattern LINE = Pattern.compile(
            "# (HELP|TYPE) [a-z_:][a-z0-9_:]* .*|[a-z_:][a-z0-9_:]*(\\{([a-z_]+=\"([^\"\\\\\\n]|\\\\.)*\",?)+})? [-+0-9.eEINFa]+");

    private final GatehouseProgram program;
    private final ApiGatewayClient client;
    private final HttpClient http = HttpClient.newHttpClient();

    MetricsIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @Test
    void aScrapeTellsWhatWasSent() throws Exception {
        DeployedApi api = DeployedApi.create(client, "counted")
                .fixedAnswer("/hello", "hello")
                .proxy("GET", "/gone", "http://127.0.0.1:1/");
        api.deploy("prod");
        api.replaceInStage("prod", "/*/*/metrics/enabled", "true");
        for (int port : new int[] {program.trafficPort(), program.port()}) {
            send(api, port, "/hello", 7, 200);
            send(api, port, "/nowhere", 3, 403);
            send(api, port, "/gone", 2, 504);
        }
        for (int port : new int[] {program.trafficPort(), program.port()}) {
            Eventually.holds(() -> check(api, port));
        }
    }

    private void check(DeployedApi api, int port) throws Exception {
        HttpResponse<String> answer = get(URI.create("http://127.0.0.1:" + port + "/_gatehouse/metrics"));
        assertThat(answer.statusCode()).isEqualTo(200);
        String page = answer.body();
        assertThat(page.lines()).allMatch(LINE.asMatchPredicate());
        String stage = "{api_id=\"" + api.id() + "\",api_name=\"counted\",stage=\"prod\"} ";
        assertThat(page)
                .contains("gatehouse_count_total" + stage + "24.0\n")
                .contains("gatehouse_4xx_error_total" + stage + "6.0\n")
                .contains("gatehouse_5xx_error_total" + stage + "4.0\n")
                .contains("gatehouse_latency_seconds_count" + stage + "24\n")
                .contains("gatehouse_integration_latency_seconds_count" + stage + "4\n")
                .contains("gatehouse_method_count_total{api_id=\"" + api.id()
                        + "\",api_name=\"counted\",method=\"GET\",resource=\"/hello\",stage=\"prod\"} 14.0\n");
    }

    private void send(DeployedApi api, int port, String path, int times, int status) throws Exception {
        for (int i = 0; i < times; i++) {
            assertThat(get(api.address(port, "prod", path)).statusCode()).isEqualTo(status);
        }
    }

    private HttpResponse<String> get(URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
