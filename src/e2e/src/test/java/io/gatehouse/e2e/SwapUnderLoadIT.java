// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseProgram;
import io.gatehouse.testkit.GatehouseTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.Op;

/**
 * Redeployments and moves of a stage, a thousand in all ({@code -Dswap.count=N} for another number), while wrk calls it without a
 * pause: no request fails, and each answer belongs wholly to one deployment.
 */
@GatehouseTest
@Needs(Client.WRK)
final class SwapUnderLoadIT {
    private static final int SWAPS = Integer.getInteger("swap.count", 1_000);
    private static final int CONNECTIONS = 8;
    private static final String STAGE = "prod";

    /** Of one route each; what is replaced has to go, but for what is in flight and not collected yet. */
    private static final long PLANS_LEFT = 100;

    private final GatehouseProgram program;
    private final ApiGatewayClient client;

    @TempDir
    private Path folder = Path.of("");

    SwapUnderLoadIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @Test
    void noRequestFailsAndNoAnswerIsMixed() throws Exception {
        DeployedApi api = DeployedApi.create(client, "swap").fixedAnswer("/number", "0");
        client.updateMethodResponse(request -> request.restApiId(api.id())
                .resourceId(api.resource("/number"))
                .httpMethod("GET")
                .statusCode("200")
                .patchOperations(operation -> operation
                        .op(Op.ADD)
                        .path("/responseParameters/method.response.header.X-Number")
                        .value("false")));
        List<String> deployments = new ArrayList<>();
        deployments.add(deploy(api, 0));
        Path report = folder.resolve("wrk.txt");
        Process wrk = load(api.address(program.trafficPort(), STAGE, "/number"), report);

        for (int swap = 1; swap <= SWAPS; swap++) {
            if (swap % 2 == 1) {
                deployments.add(deploy(api, swap));
            } else {
                // Back to an earlier one, the pointer move that a rollback is.
                api.replaceInStage(STAGE, "/deploymentId", deployments.get(swap / 3 % deployments.size()));
            }
        }

        // wrk reports when it is interrupted.
        new ProcessBuilder("kill", "-INT", Long.toString(wrk.pid())).start().waitFor();
        assertThat(wrk.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(report);
        assertThat(text).doesNotContain("wrong answer", "Socket errors", "Non-2xx");
        assertThat(requests(text)).as(text).isGreaterThan(SWAPS);
        assertThat(livePlans()).isLessThan(PLANS_LEFT);
    }

    private static String deploy(DeployedApi api, int number) {
        api.integrationResponse(
                "GET",
                "/number",
                "200",
                response -> response.responseTemplates(Map.of("application/json", Integer.toString(number)))
                        .responseParameters(Map.of("method.response.header.X-Number", "'" + number + "'")));
        return api.deploy(STAGE);
    }

    private Process load(URI address, Path report) throws IOException {
        Path script = Client.resource("swap.lua");
        return new ProcessBuilder("wrk", "-t1", "-c" + CONNECTIONS, "-d1h", "-s", script.toString(), address.toString())
                .redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start();
    }

    private static long requests(String report) {
        Matcher matcher = Pattern.compile("(\\d+) requests in").matcher(report);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /** After a full collection, as the JVM counts them; a native program has no such count, so 0. */
    private long livePlans() throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(program.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes());
        Matcher line = Pattern.compile("\\s(\\d+)\\s+\\d+\\s+io\\.gatehouse\\.data\\.pipeline\\.Plan\\b")
                .matcher(histogram);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }
}
