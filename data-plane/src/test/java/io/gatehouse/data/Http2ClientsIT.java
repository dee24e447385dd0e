// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.listen.ListenOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 clients that break its rules, or keep to them and mean harm, while a probe is served. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Http2ClientsIT {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofMillis(2_000);
    private static final int CANCEL = 8;
    private static final int INTERNAL_ERROR = 2;
    private static final int REFUSED_STREAM = 7;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch left = new CountDownLatch(1);
    private final RawBackend backend = RawBackend.start(socket -> {
        while (true) {
            String head = RawBackend.head(socket);
            if (head.isEmpty()) {
                return;
            }
            seen.add(head);
            if (head.startsWith("GET /cut")) {
                RawBackend.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
                return;
            }
            if (head.startsWith("GET /endless")) {
                sendForever(socket);
            }
            RawBackend.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        }
    });
    private final Served served;
    private final Probe probe;

    Http2ClientsIT() throws Exception {
        served = new Served(
                DataPlaneOptions.defaults().withListen(ListenOptions.defaults().withTimeouts(PATIENCE, PATIENCE, IDLE)),
                Definitions.mock("/probe", "alive"),
                Definitions.mock("/long", "x".repeat(200_000)),
                Definitions.proxy("/x", "NONE", backend.uri() + "/x"),
                Definitions.proxy("/cut", "NONE", backend.uri() + "/cut"),
                Definitions.proxy("/endless", "NONE", backend.uri() + "/endless"));
        probe = new Probe(served.port);
    }

    private void sendForever(java.net.Socket socket) throws IOException {
        RawBackend.write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        try {
            while (true) {
                RawBackend.write(socket, "10000\r\n" + "x".repeat(0x10000) + "\r\n");
            }
        } finally {
            left.countDown();
        }
    }

    @BeforeEach
    void forget() {
        seen.clear();
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
    }

    private Http2Wire wire() throws IOException {
        return new Http2Wire(served.port);
    }

    private static String[] get(String path) {
        return Http2Wire.request("GET", Served.at(path));
    }

    static Stream<List<String>> impossibleHeads() {
        String path = Served.at("/x");
        String bad = path + "?bad";
        List<String> good =
                List.of(":method", "GET", ":scheme", "http", ":path", path + "?bad", ":authority", "localhost");
        return Stream.of(
                List.of(":method", "GET", ":scheme", "http", ":path", bad + " x", ":authority", "localhost"),
                List.of(":method", "GET", ":scheme", "http", ":path", bad + "\r\nX: y", ":authority", "localhost"),
                List.of(":method", "GET", ":scheme", "http", ":path", "", ":authority", "localhost"),
                List.of(":method", "GET", ":scheme", "http", ":path", "x" + bad, ":authority", "localhost"),
                List.of(":method", "GET", ":scheme", "http", ":path", bad),
                List.of(":method", "GET", ":scheme", "http", ":path", bad, ":authority", "a@localhost"),
                List.of(":method", "GE T", ":scheme", "http", ":path", bad, ":authority", "localhost"),
                List.of(":method", "CONNECT", ":authority", "localhost:443"),
                List.of(":method", "TRACE", ":scheme", "http", ":path", bad, ":authority", "localhost"),
                List.of("x", "1", ":method", "GET", ":scheme", "http", ":path", bad, ":authority", "localhost"),
                List.of(":scheme", "http", ":path", bad, ":authority", "localhost"),
                List.of(":status", "200"),
                with(good, "host", "elsewhere"),
                with(good, ":path", bad),
                with(good, "X-Upper", "1"),
                with(good, "connection", "close"),
                with(good, "transfer-encoding", "chunked"),
                with(good, "x", "a\r\nb: c"),
                with(good, "x", "a\u0000b"),
                with(good, "x y", "1"),
                with(good, ":odd", "1"));
    }

    private static List<String> with(List<String> good, String name, String value) {
        return Stream.concat(good.stream(), Stream.of(name, value)).toList();
    }

    @ParameterizedTest
    @MethodSource("impossibleHeads")
    void aHeadThatCouldBeReadInTwoWaysReachesNoBackend(List<String> head) throws Exception {
        try (Http2Wire wire = wire()) {
            wire.head(1, true, head.toArray(new String[0]));
            String body = wire.body();
            assertThat(body == null || body.equals("{\"message\":\"Bad Request\"}"))
                    .as(head + " " + body)
                    .isTrue();
        }
        assertThat(seen).noneMatch(line -> line.contains("?bad"));
    }

    @Test
    void aBodyOfAnotherLengthThanDeclaredIsReset() throws Exception {
        try (Http2Wire wire = wire()) {
            String[] head = with(List.of(Http2Wire.request("POST", Served.at("/x"))), "content-length", "2")
                    .toArray(new String[0]);
            wire.head(1, false, head);
            wire.frame(Http2Wire.DATA, Http2Wire.END_STREAM, 1, new byte[5]);
            assertThat(wire.await(Http2Wire.RST_STREAM)).isNotNull();
        }
    }

    @Test
    void aGetMayHaveABody() throws Exception {
        try (Http2Wire wire = wire()) {
            wire.head(1, false, get("/x?with"));
            wire.frame(Http2Wire.DATA, Http2Wire.END_STREAM, 1, new byte[0]);
            assertThat(wire.body()).isEqualTo("ok");
            wire.head(3, true, get("/x?without"));
            assertThat(wire.body()).isEqualTo("ok");
        }
        assertThat(seen)
                .anyMatch(head -> head.startsWith("GET /x?with ") && head.contains("transfer-encoding: chunked"))
                .anyMatch(head -> head.startsWith("GET /x?without ") && !head.contains("transfer-encoding"));
    }

    @Test
    void aBodyThatStopsComingIsRefused() throws Exception {
        try (Http2Wire wire = wire()) {
            wire.head(1, false, Http2Wire.request("POST", Served.at("/x")));
            assertThat(wire.body()).isEqualTo("{\"message\":\"Request Timeout\"}");
        }
    }

    @Test
    void aBackendThatFailsAfterItsHeadResetsTheStreamAndNothingElse() throws Exception {
        try (Http2Wire wire = wire()) {
            wire.head(1, true, get("/cut"));
            Http2Wire.Frame reset = requireNonNull(wire.await(Http2Wire.RST_STREAM));
            assertThat(reset.error()).isEqualTo(INTERNAL_ERROR);
            wire.head(3, true, get("/probe"));
            assertThat(wire.body()).isEqualTo("alive");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/long", "/endless"})
    void anAnswerThatIsNotLetThroughIsResetAndTheConnectionKept(String path) throws Exception {
        try (Http2Wire wire = wire()) {
            wire.head(1, true, get(path));
            Http2Wire.Frame reset = requireNonNull(wire.await(Http2Wire.RST_STREAM));
            assertThat(reset.error()).isEqualTo(CANCEL);
            // The connection's window is used up; a request without an answer's body needs none.
            wire.head(3, true, Http2Wire.request("HEAD", Served.at("/probe")));
            assertThat(wire.await(Http2Wire.HEADERS)).isNotNull();
        }
        if (path.equals("/endless")) {
            assertThat(left.await(5, TimeUnit.SECONDS))
                    .as("the backend is left")
                    .isTrue();
        }
    }

    @Test
    void anAnswerThatIsLetThroughSlowlyIsServed() throws Exception {
        try (Http2Wire wire = wire()) {
            wire.head(1, true, get("/long"));
            int read = 0;
            while (read < 200_000) {
                read += requireNonNull(wire.await(Http2Wire.DATA)).payload().length;
                if (read >= 65_535 && read < 200_000) {
                    Thread.sleep(PATIENCE.toMillis() / 4);
                    byte[] leave = {0, 0, (byte) 0x40, 0};
                    wire.frame(Http2Wire.WINDOW_UPDATE, 0, 0, leave).frame(Http2Wire.WINDOW_UPDATE, 0, 1, leave);
                }
            }
        }
    }

    @Test
    void moreStreamsThanAllowedAreRefused() throws Exception {
        try (Http2Wire wire = wire()) {
            for (int i = 0; i <= 128; i++) {
                wire.head(2 * i + 1, false, Http2Wire.request("POST", Served.at("/x")));
            }
            Http2Wire.Frame reset = requireNonNull(wire.await(Http2Wire.RST_STREAM));
            assertThat(reset.stream()).isEqualTo(257);
            assertThat(reset.error()).isEqualTo(REFUSED_STREAM);
        }
    }

    @Test
    void manyRequestsThatAreTakenBackEndTheConnection() throws Exception {
        assertEnded(wire -> {
            for (int stream = 1; stream < 4_000; stream += 2) {
                wire.head(stream, true, get("/x"));
                wire.frame(Http2Wire.RST_STREAM, 0, stream, new byte[] {0, 0, 0, CANCEL});
            }
        });
        assertThat(seen).hasSizeLessThan(1_000);
    }

    @Test
    void aHeadInPiecesWithoutEndEndsTheConnection() throws Exception {
        assertEnded(wire -> {
            wire.frame(Http2Wire.HEADERS, Http2Wire.END_STREAM, 1, Http2Wire.block(get("/x?flood")));
            for (int i = 0; i < 100_000; i++) {
                wire.frame(Http2Wire.CONTINUATION, 0, 1, i % 2 == 0 ? new byte[0] : Http2Wire.block("x" + i, "y"));
            }
        });
        assertThat(seen).noneMatch(line -> line.contains("?flood"));
    }

    @Test
    void aListOfHeadersLongerThanAllowedIsRefusedOrEndsTheConnection() throws Exception {
        try (Http2Wire wire = wire()) {
            List<String> head = with(List.of(get("/x?flood")), "x", "y".repeat(11_000));
            wire.head(1, true, head.toArray(new String[0]));
            assertThat(wire.body()).isEqualTo("{\"message\":\"Request Header Fields Too Large\"}");
        }
        assertEnded(wire -> {
            byte[] block = Http2Wire.block("x", "y".repeat(16_000));
            wire.frame(Http2Wire.HEADERS, Http2Wire.END_STREAM, 1, Http2Wire.block(get("/x?flood")));
            for (int i = 0; i < 1_000; i++) {
                wire.frame(Http2Wire.CONTINUATION, 0, 1, block);
            }
        });
        assertThat(seen).noneMatch(line -> line.contains("?flood"));
    }

    @Test
    void emptyFramesWithoutEndEndTheConnection() throws Exception {
        assertEnded(wire -> {
            wire.head(1, false, Http2Wire.request("POST", Served.at("/x")));
            wire.flood(100, Http2Wire.DATA, 1, new byte[0]);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {Http2Wire.PING, Http2Wire.SETTINGS})
    void questionsWhoseAnswersNobodyReadsEndTheConnection(int type) throws Exception {
        byte[] payload = type == Http2Wire.PING ? new byte[8] : new byte[] {0, 4, 0, 1, 0, 0};
        boolean cutOff = false;
        try (Http2Wire wire = wire()) {
            // More answers than the system's buffers take: 17 bytes each.
            wire.flood(1_000, type, 0, payload);
        } catch (IOException ended) {
            cutOff = true;
        }
        assertThat(cutOff).isTrue();
    }

    @Test
    void pingsDoNotKeepAConnectionOpen() throws Exception {
        long start = System.nanoTime();
        assertEnded(wire -> {
            for (int i = 0; i < 80; i++) {
                wire.frame(Http2Wire.PING, 0, 0, new byte[8]);
                pause();
            }
        });
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(IDLE.dividedBy(2), IDLE.multipliedBy(3));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a client does to a connection. */
    private interface Abuse {
        void of(Http2Wire wire) throws IOException;
    }

    private void assertEnded(Abuse abuse) throws IOException {
        try (Http2Wire wire = wire()) {
            try {
                abuse.of(wire);
            } catch (IOException ended) {
                return;
            }
            Http2Wire.@Nullable Frame frame = wire.read();
            while (frame != null) {
                frame = wire.read();
            }
        }
    }
}
