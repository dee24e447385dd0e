// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;

/** Answers that are made to confuse: a failure in AWS's words, quickly, or a broken connection; never somebody else's answer. */
final class HostileBackendIT {
    private static final String POISON = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nPOISON";
    private static final int TIMEOUT_MILLIS = 2_000;

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE = GatehouseExtension.with(GatehouseOptions::defaults);

    private static @Nullable Probe probe;

    private final GatehouseProgram program;
    private final ApiGatewayClient client;

    HostileBackendIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @AfterAll
    static void stop() throws Exception {
        Objects.requireNonNull(probe).close();
    }

    @BeforeEach
    void probe() {
        if (probe == null) {
            DeployedApi api = DeployedApi.create(client, "probe").fixedAnswer("/probe", "alive");
            api.deploy("test");
            probe = Probe.of(api.address(program.trafficPort(), "test", "/probe"), "alive");
        }
    }

    @AfterEach
    void theProbeIsServed() throws Exception {
        Objects.requireNonNull(probe).assertServed(Duration.ofSeconds(3));
    }

    static Stream<String> impossibleAnswers() {
        return Stream.of(
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok!",
                "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 0x2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, identity\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: a\u0000b\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nX: a\rY: b\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\n: no name\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 abc OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 20 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 99999 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 -200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/9.9 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "XTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "\u0000\u0001\u0002\u0003\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(20_000) + "Content-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nA: " + "b".repeat(200_000) + "\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 " + "b".repeat(200_000) + "\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 100 Continue\r\n\r\n".repeat(50_000),
                "");
    }

    @ParameterizedTest
    @MethodSource("impossibleAnswers")
    void anImpossibleAnswerIsAFailureInAwssWords(String answer) throws Exception {
        try (SocketBackend backend = SocketBackend.start(socket -> {
            SocketBackend.readHead(socket);
            write(socket, answer);
            drain(socket);
        })) {
            long start = System.nanoTime();
            Wire.Answer got = get(proxyTo(backend));
            assertFailure(got);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofMillis(TIMEOUT_MILLIS + 3_000));
        }
    }

    private static void assertFailure(Wire.Answer got) {
        assertThat(got.status()).as(got.toString()).isIn(500, 502, 504);
        assertThat(got.headers()).containsEntry("x-amzn-errortype", "InternalServerErrorException");
        assertThat(got.body()).startsWith("{\"message\": \"");
    }

    @Test
    void headersThatNeverEndAreCutShort() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        try (SocketBackend backend = SocketBackend.start(socket -> {
            SocketBackend.readHead(socket);
            write(socket, "HTTP/1.1 200 OK\r\n");
            try {
                while (true) {
                    write(socket, "A: " + "b".repeat(1_000) + "\r\n");
                }
            } finally {
                left.countDown();
            }
        })) {
            assertFailure(get(proxyTo(backend)));
            assertThat(left.await(5, TimeUnit.SECONDS))
                    .as("the backend is left")
                    .isTrue();
        }
    }

    @Test
    void aBodyThatNeverEndsIsCutShortWhereItIsMapped() throws Exception {
        try (SocketBackend backend = SocketBackend.start(HostileBackendIT::sendForever)) {
            DeployedApi api = DeployedApi.create(client, "endless")
                    .method("GET", "/x", method -> {})
                    .integration(
                            "GET",
                            "/x",
                            integration -> integration
                                    .type(IntegrationType.HTTP)
                                    .integrationHttpMethod("GET")
                                    .uri("http://" + backend.address() + "/"))
                    .response("GET", "/x", "200", response -> {});
            api.deploy("test");
            assertFailure(get(api.address(program.trafficPort(), "test", "/x")));
        }
    }

    @Test
    void aBodyThatNeverEndsEndsWithItsClient() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        try (SocketBackend backend = SocketBackend.start(socket -> {
            try {
                sendForever(socket);
            } finally {
                left.countDown();
            }
        })) {
            URI address = proxyTo(backend);
            try (Wire wire = new Wire(address.getPort())) {
                wire.send(request(address));
                assertThat(wire.read(new byte[100_000])).isPositive();
            }
            assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void sendForever(Socket socket) throws IOException {
        SocketBackend.readHead(socket);
        write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        while (true) {
            write(socket, chunk);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n-1\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nokX\r\n0\r\n\r\n"
            })
    void aBodyThatBreaksOffDoesNotLookWhole(String answer) throws Exception {
        try (SocketBackend backend = SocketBackend.start(socket -> {
            SocketBackend.readHead(socket);
            write(socket, answer);
        })) {
            URI address = proxyTo(backend);
            try (Wire wire = new Wire(address.getPort())) {
                wire.send(request(address));
                String said = new String(wire.rest(), StandardCharsets.UTF_8);
                boolean failed = said.contains(" 504 ");
                assertThat(failed || !said.contains("\r\n0\r\n") && !said.matches("(?s).*Content-Length: 2\r\n.*"))
                        .as(said)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100})
    void whatABackendSaysTooMuchIsNobodysAnswer(long laterMillis) throws Exception {
        try (SocketBackend backend = SocketBackend.start(socket -> {
            while (true) {
                SocketBackend.readHead(socket);
                String good = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";
                if (laterMillis == 0) {
                    write(socket, good + POISON);
                } else {
                    write(socket, good);
                    pause(laterMillis);
                    write(socket, POISON);
                }
            }
        })) {
            URI address = proxyTo(backend);
            try (Wire wire = new Wire(address.getPort())) {
                for (int i = 0; i < 10; i++) {
                    Wire.Answer answer = wire.send(request(address)).answer();
                    assertThat(answer.body()).doesNotContain("POISON");
                    pause(laterMillis * 2);
                }
            }
        }
    }

    @Test
    void interimAnswersAreNotTheAnswer() throws Exception {
        try (SocketBackend backend = SocketBackend.start(socket -> {
            SocketBackend.readHead(socket);
            write(socket, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n");
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        })) {
            Wire.Answer answer = get(proxyTo(backend));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(answer.headers()).doesNotContainKey("link");
        }
    }

    @Test
    void aBackendCannotFrameTheAnswerItself() throws Exception {
        try (SocketBackend backend = SocketBackend.start(socket -> {
            SocketBackend.readHead(socket);
            write(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close, X-Y\r\nKeep-Alive: timeout=9\r\n"
                            + "Trailer: X\r\nUpgrade: h2c\r\nProxy-Connection: close\r\nX-Y: 1\r\n\r\nok");
        })) {
            URI address = proxyTo(backend);
            try (Wire wire = new Wire(address.getPort())) {
                for (int i = 0; i < 2; i++) {
                    Wire.Answer answer = wire.send(request(address)).answer();
                    assertThat(answer.body()).isEqualTo("ok");
                    assertThat(answer.headers())
                            .doesNotContainKeys("connection", "keep-alive", "trailer", "upgrade", "proxy-connection");
                }
            }
        }
    }

    private URI proxyTo(SocketBackend backend) {
        DeployedApi api = DeployedApi.create(client, "hostile")
                .method("GET", "/x", method -> {})
                .integration(
                        "GET",
                        "/x",
                        integration -> integration
                                .type(IntegrationType.HTTP_PROXY)
                                .integrationHttpMethod("GET")
                                .timeoutInMillis(TIMEOUT_MILLIS)
                                .uri("http://" + backend.address() + "/"));
        api.deploy("test");
        return api.address(program.trafficPort(), "test", "/x");
    }

    private static Wire.Answer get(URI address) throws IOException {
        try (Wire wire = new Wire(address.getPort())) {
            return wire.send(request(address)).answer();
        }
    }

    private static String request(URI address) {
        return "GET " + address.getRawPath() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Keeps the connection open as long as the other side does. */
    private static void drain(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
