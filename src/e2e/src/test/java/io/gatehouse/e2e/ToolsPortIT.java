// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** The port for tools is guarded as the traffic port is, although the server on it is not ours. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ToolsPortIT {
    private static final int MOST = 30;
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final String SIGNED = "Authorization: AWS4-HMAC-SHA256"
            + " Credential=test/20260101/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=0\r\n"
            + "X-Amz-Date: 20260101T000000Z\r\n";

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE = GatehouseExtension.with(() -> GatehouseOptions.defaults()
            .withEnvironment("GATEHOUSE_TOOLS_MAX_CONNECTIONS", Integer.toString(MOST))
            .withEnvironment("GATEHOUSE_HEAD_TIMEOUT", PATIENCE.toMillis() + "ms")
            .withEnvironment("GATEHOUSE_BODY_TIMEOUT", PATIENCE.toMillis() + "ms")
            .withEnvironment("GATEHOUSE_IDLE_TIMEOUT", "2s"));

    private final GatehouseProgram program;
    private final ApiGatewayClient client;

    ToolsPortIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @AfterEach
    void theManagementApiIsServed() {
        assertThat(client.getRestApis().items()).isEmpty();
    }

    private Wire wire() throws IOException {
        return new Wire(program.port());
    }

    private static String get() {
        return "GET /_gatehouse/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    /** Before anybody has made a call. */
    @Test
    @Order(1)
    void aConnectionThatSaysNothingIsClosed() throws Exception {
        try (Wire wire = wire()) {
            assertThat(wire.closes()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHeadThatDoesNotEndIsRefused(boolean afterAnother) throws Exception {
        try (Wire wire = wire()) {
            if (afterAnother) {
                assertThat(wire.send(get()).answer().status()).isEqualTo(200);
            }
            long start = System.nanoTime();
            wire.send("GET /restapis HTTP/1.1\r\nHost: localhost\r\n");
            for (int i = 0; i < 50 && wire.trySend("X-" + i + ": 1\r\n"); i++) {
                Thread.sleep(100);
            }
            String said = new String(wire.rest(), StandardCharsets.UTF_8);
            assertThat(said).contains(" 408 ", "{\"message\":\"Request Timeout\"}");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.multipliedBy(4));
        }
    }

    @Test
    void theBodyOfAManagementCallThatStopsComingIsRefused() throws Exception {
        try (Wire wire = wire()) {
            wire.send("POST /restapis HTTP/1.1\r\nHost: localhost\r\n" + SIGNED + "Content-Length: 10\r\n\r\n{");
            Wire.Answer answer = wire.answer();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).containsIgnoringCase("Request Timeout");
            assertThat(wire.closes()).isTrue();
        }
    }

    @Test
    void aConnectionWithoutARequestIsClosedAfterAWhile() throws Exception {
        try (Wire wire = wire()) {
            assertThat(wire.send(get()).answer().status()).isEqualTo(200);
            Thread.sleep(1_000);
            assertThat(wire.send(get()).answer().status()).isEqualTo(200);
            assertThat(wire.closes()).isTrue();
        }
    }

    @Test
    void whoeverIsOneTooManyIsToldSo() throws Exception {
        List<Wire> crowd = new ArrayList<>();
        try {
            int refused = 0;
            for (int i = 0; i < MOST + 10; i++) {
                Wire wire = wire();
                crowd.add(wire);
                Wire.Answer answer = wire.send(get()).answer();
                refused += answer.status() == 503 ? 1 : 0;
                if (answer.status() == 503) {
                    assertThat(answer.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
                    assertThat(wire.closes()).isTrue();
                }
            }
            // The client of the test has a connection too, or has had one.
            assertThat(refused).isBetween(8, 12);
        } finally {
            for (Wire wire : crowd) {
                wire.close();
            }
        }
        Eventually.holds(() -> {
            try (Wire wire = wire()) {
                assertThat(wire.send(get()).answer().status()).isEqualTo(200);
            }
        });
    }
}
