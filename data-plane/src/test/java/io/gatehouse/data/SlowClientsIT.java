// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.listen.ListenOptions;
import io.gatehouse.data.listen.RawClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take their time or come in crowds, while a probe is served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SlowClientsIT {
    private static final int MOST = 50;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofMillis(1_200);
    private static final String HEAD = "GET " + Served.at("/x") + " HTTP/1.1\r\nHost: localhost\r\n";

    private final SlowBackend backend;
    private final Served served;
    private final Probe probe;
    private final CountDownLatch left = new CountDownLatch(1);
    private final RawBackend endless = RawBackend.start(socket -> {
        RawBackend.head(socket);
        RawBackend.write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        try {
            while (true) {
                RawBackend.write(socket, "10000\r\n" + "x".repeat(0x10000) + "\r\n");
            }
        } finally {
            left.countDown();
        }
    });

    SlowClientsIT() throws Exception {
        backend = new SlowBackend();
        served = new Served(
                DataPlaneOptions.defaults()
                        .withResolve(Map.of(SlowBackend.NAME, backend.address()))
                        .withListen(ListenOptions.defaults().withTimeouts(PATIENCE, PATIENCE, IDLE)),
                Definitions.mock("/probe", "alive"),
                Definitions.proxy("/endless", "NONE", endless.uri()),
                Definitions.proxy("/x", "NONE", "http://" + SlowBackend.NAME + "/x"));
        probe = new Probe(served.port);
    }

    @BeforeAll
    void warm() throws Exception {
        assertServed();
    }

    @AfterEach
    void theProbeIsServed() throws Exception {
        probe.assertServed(Duration.ofSeconds(3));
    }

    @AfterAll
    void stop() throws Exception {
        probe.close();
        served.close();
        backend.close();
        endless.close();
    }

    private RawClient client() throws IOException {
        return new RawClient(served.port);
    }

    private void assertServed() throws IOException {
        try (RawClient client = client()) {
            client.write(Served.get("/x"));
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void aConnectionThatSaysNothingIsClosedWithoutAWord() throws Exception {
        try (RawClient client = client()) {
            assertThat(client.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHeadThatDoesNotEndIsRefusedHoweverOftenSomethingOfItComes(boolean afterAnother) throws Exception {
        try (RawClient client = client()) {
            if (afterAnother) {
                client.write(Served.get("/x"));
                assertThat(client.answer().status()).isEqualTo(200);
            }
            long start = System.nanoTime();
            client.write(HEAD);
            for (int i = 0; i < 100 && client.tryWrite("X-" + i + ": 1\r\n"); i++) {
                Thread.sleep(50);
            }
            assertThat(client.rest()).contains(" 408 ", "{\"message\":\"Request Timeout\"}");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.multipliedBy(4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10\r\n\r\nab", "Transfer-Encoding: chunked\r\n\r\n5\r\nab"})
    void aBodyThatStopsComingIsRefusedAndTheConnectionClosed(String framing) throws Exception {
        int before = backend.called.get();
        try (RawClient client = client()) {
            client.write("POST " + Served.at("/x") + " HTTP/1.1\r\nHost: localhost\r\n" + framing);
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(client.rest()).isEmpty();
        }
        assertServed();
        assertThat(backend.called.get()).isBetween(before + 1, before + 2);
    }

    @Test
    void aSlowBodyThatMakesProgressIsServed() throws Exception {
        try (RawClient client = client()) {
            client.write("POST " + Served.at("/x") + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\n\r\n");
            for (int i = 0; i < 6; i++) {
                Thread.sleep(PATIENCE.toMillis() / 2);
                client.write("x");
            }
            assertThat(client.answer().body()).isEqualTo("POST /x 6");
        }
    }

    @Test
    void anIdleConnectionIsKeptForAWhile() throws Exception {
        try (RawClient client = client()) {
            client.write(Served.get("/x"));
            assertThat(client.answer().status()).isEqualTo(200);
            Thread.sleep(IDLE.toMillis() / 2);
            client.write(Served.get("/x"));
            assertThat(client.answer().status()).isEqualTo(200);
            long start = System.nanoTime();
            assertThat(client.rest()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(IDLE.dividedBy(2), IDLE.multipliedBy(2));
        }
    }

    @Test
    void anAnswerThatNobodyReadsIsBrokenOffAndTheBackendLeft() throws Exception {
        try (RawClient client = client()) {
            client.write(Served.get("/endless"));
            assertThat(client.read(new byte[1_000])).isPositive();
            assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whoeverIsOneTooManyIsToldSo() throws Exception {
        List<RawClient> crowd = new ArrayList<>();
        try (Served small = new Served(
                DataPlaneOptions.defaults().withListen(ListenOptions.defaults().withMaxConnections(MOST)),
                Definitions.mock("/x", "hello"))) {
            for (int i = 0; i < MOST + 10; i++) {
                RawClient client = new RawClient(small.port);
                crowd.add(client);
                client.write(Served.get("/x"));
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).as("connection " + i).isEqualTo(i < MOST ? 200 : 503);
                if (i >= MOST) {
                    assertThat(answer.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
                    assertThat(answer.headers())
                            .containsEntry("x-amzn-errortype", "ServiceUnavailableException")
                            .containsEntry("connection", "close");
                    assertThat(client.rest()).isEmpty();
                }
            }
            closeAll(crowd);
            Eventually.holds(() -> {
                try (RawClient client = new RawClient(small.port)) {
                    client.write(Served.get("/x"));
                    assertThat(client.answer().status()).isEqualTo(200);
                }
            });
        } finally {
            closeAll(crowd);
        }
    }

    @Test
    void fiveHundredSlowHeadsKeepNobodyOut() throws Exception {
        List<RawClient> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                RawClient client = client();
                crowd.add(client);
                client.write(HEAD + "X: ");
            }
            assertServed();
            for (int round = 0; round < 5; round++) {
                for (RawClient client : crowd) {
                    client.tryWrite("y");
                }
                assertServed();
                Thread.sleep(PATIENCE.toMillis() / 4);
            }
            for (RawClient client : crowd) {
                String said = client.rest();
                // Whoever goes on sending after the refusal may lose it to a reset.
                assertThat(said.isEmpty() || said.startsWith("HTTP/1.1 408 ")).isTrue();
            }
        } finally {
            closeAll(crowd);
        }
    }

    private static void closeAll(List<RawClient> crowd) throws IOException {
        for (RawClient client : crowd) {
            client.close();
        }
    }
}
