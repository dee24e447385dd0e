// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import io.gatehouse.testkit.GatehouseStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** The program says where it is when it starts, and finishes what it has begun when it is told to stop. */
final class StartAndStopIT {
    private static final Backend BACKEND = Backend.start();

    private final Visitor visitor = new Visitor();

    @AfterAll
    static void stopTheBackend() {
        BACKEND.close();
    }

    @Test
    void aRequestInFlightIsFinishedBeforeTheEnd() throws Exception {
        GatehouseOptions options = GatehouseOptions.defaults().withResolve(Backend.NAME, BACKEND.port());
        try (GatehouseProgram program = GatehouseProgram.start(options)) {
            URI slow = slowApi(program);
            int before = BACKEND.seen().size();
            CompletableFuture<HttpResponse<String>> inFlight =
                    visitor.http().sendAsync(Visitor.request(slow).build(), BodyHandlers.ofString());
            Eventually.holds(() -> assertThat(BACKEND.seen()).hasSize(before + 1));
            long told = System.nanoTime();

            program.terminate();

            HttpResponse<String> answer = inFlight.get(20, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"slow\":true}");
            assertThat(program.awaitExit(Duration.ofSeconds(15)))
                    .as("the exit status")
                    .hasValueSatisfying(status -> assertThat(status).isIn(0, 143));
            assertThat(Duration.ofNanos(System.nanoTime() - told))
                    .as("an idle drain does not use up its time")
                    .isLessThan(Duration.ofSeconds(9));
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), program.port()).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    @Needs({Client.BOTO3, Client.AWS_CLI})
    void theLinesToPasteWorkAsTheyAre() throws Exception {
        try (GatehouseProgram program = GatehouseProgram.start()) {
            assertStartBlock(program);
            try (ApiGatewayClient client = program.apiGateway()) {
                client.createRestApi(api -> api.name("pasted"));
            }

            assertThat(Client.shell("python3 -c \"import boto3; print(" + pasted(program, "boto3")
                            + ".get_rest_apis()['items'][0]['name'])\""))
                    .isEqualTo("pasted\n");
            assertThat(Client.shell(pasted(program, "AWS CLI"))).contains("\"name\": \"pasted\"");
        }
    }

    @Test
    void aRequestThatOutlastsTheDrainTimeDoesNotKeepTheProgramAlive() throws Exception {
        GatehouseOptions options = GatehouseOptions.defaults()
                .withResolve(Backend.NAME, BACKEND.port())
                .withEnvironment("GATEHOUSE_DRAIN_TIMEOUT", "1s");
        try (GatehouseProgram program = GatehouseProgram.start(options)) {
            URI endless = proxy(program, "/slow/25000");
            int before = BACKEND.seen().size();
            CompletableFuture<HttpResponse<String>> inFlight =
                    visitor.http().sendAsync(Visitor.request(endless).build(), BodyHandlers.ofString());
            Eventually.holds(() -> assertThat(BACKEND.seen()).hasSize(before + 1));

            program.terminate();

            assertThat(program.awaitExit(Duration.ofSeconds(12)))
                    .as("the exit status")
                    .isPresent();
            inFlight.cancel(true);
        }
    }

    @Test
    void aFlagThatDoesNotExistIsNamedAndNothingStarts() {
        assertThatThrownBy(
                        () -> GatehouseProgram.start(GatehouseOptions.defaults().withArguments("--prot", "1")))
                .isInstanceOf(GatehouseStartException.class)
                .hasMessageContaining("ended with status 2")
                .hasMessageContaining("--prot");
    }

    private static void assertStartBlock(GatehouseProgram program) throws InterruptedException {
        program.awaitOutput(0, line -> line.contains("Ctrl-C"), Duration.ofSeconds(5));
        assertThat(String.join("\n", program.output()))
                .contains("Gatehouse 0.")
                .containsPattern("endpoint +http://(localhost|127\\.0\\.0\\.1):" + program.port() + "\\b")
                .containsPattern("traffic +http://(localhost|127\\.0\\.0\\.1):" + program.trafficPort() + "\\b")
                .contains(program.dataDirectory().toString())
                .contains("any signed call is accepted")
                .containsPattern("apigateway += \"http://(localhost|127\\.0\\.0\\.1):" + program.port() + "\"");
    }

    /** What follows a label of the start block. */
    private static String pasted(GatehouseProgram program, String label) {
        String line = program.output().stream()
                .filter(each -> each.strip().startsWith(label + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line for " + label + " in " + program.output()));
        return line.strip().substring(label.length()).strip();
    }

    private static URI slowApi(GatehouseProgram program) {
        return proxy(program, "/slow/2000");
    }

    private static URI proxy(GatehouseProgram program, String path) {
        try (ApiGatewayClient client = program.apiGateway()) {
            DeployedApi api = DeployedApi.create(client, "slow").proxy("GET", "/slow", "http://" + Backend.NAME + path);
            api.deploy("test");
            return api.address(program.trafficPort(), "test", "/slow");
        }
    }
}
