// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.listen.RawClient;
import io.gatehouse.data.upstream.BackendOptions;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long backends are waited for, how many connections they get, and what becomes of those connections. */
@Timeout(30)
final class BackendLimitsIT {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String LATE = "{\"message\": \"Endpoint request timed out\"}";
    private static final String FAILED = "{\"message\": \"Network error communicating with endpoint\"}";

    private final CountDownLatch left = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);

    private static Served serving(RawBackend backend, int timeoutMillis) {
        return serving(backend, timeoutMillis, BackendOptions.defaults());
    }

    private static Served serving(RawBackend backend, int timeoutMillis, BackendOptions terms) {
        return new Served(
                DataPlaneOptions.defaults().withEventLoops(1).withBackends(terms),
                Definitions.mock("/mock", "hello"),
                Definitions.mappedWithin("/mapped", backend.uri(), timeoutMillis),
                Definitions.proxyOn("/x", backend.uri(), timeoutMillis, false));
    }

    /** Says nothing, and sees its client leave. */
    private void beSilent(Socket socket) throws IOException {
        RawBackend.head(socket);
        asked.countDown();
        while (socket.getInputStream().read() >= 0) {
            // Only the end is of interest.
        }
        left.countDown();
    }

    private static RawClient.Answer call(Served served, String request) throws IOException {
        try (RawClient client = new RawClient(served.port)) {
            client.write(request);
            return client.answer();
        }
    }

    private static String post(String path) {
        return "POST " + Served.at(path) + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx";
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 1_000, 3_000})
    void aBackendThatSaysNothingIsWaitedForAsLongAsTheMethodSays(int timeoutMillis) throws Exception {
        try (RawBackend backend = RawBackend.start(this::beSilent);
                Served served = serving(backend, timeoutMillis);
                RawClient client = new RawClient(served.port)) {
            client.write(Served.get("/mock"));
            client.answer();
            long start = System.nanoTime();
            client.write(Served.get("/x"));
            RawClient.Answer answer = client.answer();
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.body()).isEqualTo(LATE);
            // A tenth more, and what a busy machine takes.
            assertThat(took).isBetween((long) timeoutMillis, timeoutMillis * 11L / 10 + 150);
            assertThat(left.await(1, TimeUnit.SECONDS))
                    .as("the backend is left")
                    .isTrue();
        }
    }

    @Test
    void anAnswerThatIsMappedHasToBeWholeInTime() throws Exception {
        try (RawBackend backend = RawBackend.start(socket -> {
                    RawBackend.head(socket);
                    RawBackend.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                    try {
                        while (true) {
                            RawBackend.write(socket, "x");
                            Thread.sleep(50);
                        }
                    } finally {
                        left.countDown();
                    }
                });
                Served served = serving(backend, 600)) {
            long start = System.nanoTime();
            RawClient.Answer answer = call(served, Served.get("/mapped"));
            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.body()).isEqualTo(LATE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(left.await(2, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whoFindsNoConnectionWaitsNoLongerThanForTheAnswer() throws Exception {
        try (RawBackend backend = RawBackend.start(this::beSilent);
                Served served = serving(backend, 500, BackendOptions.defaults().withLimits(2, 3))) {
            List<RawClient> clients = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < 8; i++) {
                RawClient client = new RawClient(served.port);
                client.write(post("/x"));
                clients.add(client);
                if (i < 2) {
                    int expected = i + 1;
                    Eventually.holds(() -> assertThat(backend.connections).hasValue(expected));
                }
            }
            int late = 0;
            int turnedAway = 0;
            for (RawClient client : clients) {
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).isEqualTo(504);
                late += answer.body().equals(LATE) ? 1 : 0;
                turnedAway += answer.body().equals(FAILED) ? 1 : 0;
                client.close();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(late).as("two were asked, three waited").isEqualTo(5);
            assertThat(turnedAway).isEqualTo(3);
            assertThat(backend.connections).hasValueBetween(2, 5);
        }
    }

    @Test
    void whoHasLeftTheQueueTakesNobodysPlace() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger served = new AtomicInteger();
        try (RawBackend backend = RawBackend.start(socket -> {
                    while (!RawBackend.head(socket).isEmpty()) {
                        asked.countDown();
                        goOn.await();
                        served.incrementAndGet();
                        RawBackend.write(socket, OK);
                    }
                });
                Served plane =
                        serving(backend, 10_000, BackendOptions.defaults().withLimits(1, 100));
                RawClient first = new RawClient(plane.port);
                RawClient last = new RawClient(plane.port)) {
            first.write(Served.get("/x"));
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 20; i++) {
                try (RawClient gone = new RawClient(plane.port)) {
                    gone.write(Served.get("/x"));
                    Eventually.holds(() -> assertThat(plane.plane.inFlight()).isEqualTo(2));
                }
                Eventually.holds(() -> assertThat(plane.plane.inFlight()).isEqualTo(1));
            }
            last.write(Served.get("/x"));
            goOn.countDown();
            assertThat(first.answer().body()).isEqualTo("ok");
            assertThat(last.answer().body()).isEqualTo("ok");
            assertThat(served).hasValue(2);
            assertThat(backend.connections).hasValue(1);
        }
    }

    @Test
    void oneConnectionCarriesManyCalls() throws Exception {
        try (RawBackend backend = RawBackend.answering(OK);
                Served served = serving(backend, 5_000)) {
            for (int i = 0; i < 20; i++) {
                assertThat(call(served, i % 2 == 0 ? Served.get("/x") : post("/mapped"))
                                .status())
                        .isEqualTo(200);
            }
            assertThat(backend.connections.get()).isBetween(1, 2);
        }
    }

    @Test
    void aConnectionThatTheBackendClosedWhileItWasIdleIsNotUsed() throws Exception {
        try (RawBackend backend = RawBackend.start(socket -> {
                    RawBackend.head(socket);
                    RawBackend.write(socket, OK);
                });
                Served served = serving(backend, 5_000)) {
            for (int i = 0; i < 10; i++) {
                assertThat(call(served, post("/x")).body()).isEqualTo("ok");
                Thread.sleep(20);
            }
            assertThat(backend.connections).hasValue(10);
        }
    }

    /** The backend's close and the next call cross on the way: it looks as if the call itself were refused. */
    @Test
    void aCallThatCrossesTheEndOfItsConnectionIsRepeatedOnANewOneUnlessThatMayDoHarm() throws Exception {
        AtomicInteger posts = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        try (RawBackend backend = RawBackend.start(socket -> {
                    RawBackend.head(socket);
                    four.countDown();
                    four.await(5, TimeUnit.SECONDS);
                    RawBackend.write(socket, OK);
                    String second = RawBackend.head(socket);
                    posts.addAndGet(second.startsWith("POST") ? 1 : 0);
                });
                Served served = serving(backend, 5_000)) {
            List<RawClient> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                RawClient client = new RawClient(served.port);
                client.write(Served.get("/x"));
                clients.add(client);
            }
            for (RawClient client : clients) {
                assertThat(client.answer().body()).isEqualTo("ok");
                client.close();
            }
            assertThat(backend.connections).as("all four are stale").hasValue(4);

            assertThat(call(served, Served.get("/x")).body()).isEqualTo("ok");
            assertThat(backend.connections).hasValue(5);
            RawClient.Answer post = call(served, post("/mapped"));
            assertThat(post.status()).isEqualTo(200);
            RawClient.Answer sent = call(served, post("/x"));
            assertThat(sent.status()).isEqualTo(504);
            assertThat(sent.body()).isEqualTo(FAILED);
            assertThat(posts).hasValue(1);
        }
    }

    @Test
    void aClientThatLeavesTakesItsCallWithItWithinASecond() throws Exception {
        try (RawBackend backend = RawBackend.start(this::beSilent);
                Served served = serving(backend, 20_000)) {
            try (RawClient client = new RawClient(served.port)) {
                client.write(post("/x"));
                assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
                assertThat(left.await(300, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThat(left.await(1, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nZZ\r\n"
            })
    void aFailureAfterTheHeadClosesTheClientsConnection(String answer) throws Exception {
        try (RawBackend backend = RawBackend.start(socket -> {
                    RawBackend.head(socket);
                    RawBackend.write(socket, answer);
                    Thread.sleep(50);
                });
                Served served = serving(backend, 5_000);
                RawClient client = new RawClient(served.port)) {
            client.write(Served.get("/x") + Served.get("/mock"));
            String said = client.rest();
            assertThat(said).startsWith("HTTP/1.1 200 OK\r\n").contains("half");
            assertThat(said).doesNotContain("\r\n0\r\n", "hello");
        }
    }

    @Test
    void aBackendIsAddressedByItsOwnNameAndNotTheClients() throws Exception {
        try (RawBackend backend = RawBackend.start(socket -> {
                    String head = RawBackend.head(socket);
                    String host = head.lines()
                            .filter(line -> line.regionMatches(true, 0, "host:", 0, 5))
                            .reduce("", String::concat);
                    RawBackend.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + host.length() + "\r\n\r\n" + host);
                });
                Served served = serving(backend, 5_000)) {
            assertThat(call(served, Served.get("/x")).body())
                    .isEqualToIgnoringCase("host: 127.0.0.1:" + backend.port());
        }
    }
}
