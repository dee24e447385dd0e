// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.rest.FrozenGatewayResponse;
import io.gatehouse.data.listen.RawClient;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 as its rules allow it to be spoken, and messages up to their limits and just beyond. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestShapesIT {
    private static final int BODY_LIMIT = 10 * 1024 * 1024;

    private final AtomicInteger called = new AtomicInteger();
    private final SlowBackend slow = new SlowBackend();
    private final RawBackend backend = RawBackend.start(socket -> {
        while (true) {
            String head = RawBackend.head(socket);
            if (head.isEmpty()) {
                return;
            }
            called.incrementAndGet();
            RawBackend.write(socket, answerTo(head));
        }
    });
    private final Served served = new Served(
            DataPlaneOptions.defaults().withResolve(Map.of(SlowBackend.NAME, slow.address())),
            Definitions.mock("/mock", "hello"),
            Definitions.proxy("/slow", "NONE", "http://" + SlowBackend.NAME + "/slow"),
            Definitions.proxy("/echo", "NONE", "http://" + SlowBackend.NAME + "/echo"),
            Definitions.proxy("/{proxy+}", "NONE", backend.uri() + "/{proxy}"));

    RequestShapesIT() throws Exception {}

    private static String answerTo(String head) {
        String path = head.split(" ", 3)[1];
        String rest = head.startsWith("HEAD ") ? "" : "ok";
        return switch (path) {
            case "/204" -> "HTTP/1.1 204 No Content\r\nX-Own: 1\r\n\r\n";
            case "/304" -> "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\nContent-Length: 2\r\n\r\n";
            case "/interim" ->
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
                        + "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
            case "/trailers" ->
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
                        + "2\r\nok\r\n0\r\nX-Sum: 1\r\nContent-Length: 99\r\n\r\n";
            default -> "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + rest;
        };
    }

    @AfterAll
    void stop() throws Exception {
        served.close();
        backend.close();
        slow.close();
    }

    private RawClient client() throws Exception {
        return new RawClient(served.port);
    }

    private static String request(String verb, String path, String headers) {
        return verb + " " + Served.at(path) + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    @Test
    void tenRequestsInOneWriteAreAnsweredInOrderAlsoWhenTheFirstIsSlow() throws Exception {
        StringBuilder requests = new StringBuilder(Served.get("/slow"));
        for (int i = 1; i < 10; i++) {
            requests.append(i % 2 == 0 ? Served.get("/mock") : request("POST", "/echo", "Content-Length: 1\r\n") + i);
        }
        try (RawClient client = client()) {
            client.write(requests.toString());
            assertThat(client.answer().body()).isEqualTo("GET /slow");
            for (int i = 1; i < 10; i++) {
                assertThat(client.answer().body()).isEqualTo(i % 2 == 0 ? "hello" : Integer.toString(i));
            }
        }
    }

    @Test
    void aConnectionIsClosedWhenItsClientAsksForIt() throws Exception {
        try (RawClient client = client()) {
            client.write(request("GET", "/mock", "Connection: close\r\n") + Served.get("/mock"));
            RawClient.Answer answer = client.answer();
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(client.rest()).isEmpty();
        }
        try (RawClient client = client()) {
            client.write("GET " + Served.at("/mock") + " HTTP/1.0\r\nHost: localhost\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("hello");
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void leaveToSendABodyIsGivenWhenABackendTakesIt() throws Exception {
        try (RawClient client = client()) {
            client.write(request("POST", "/echo", "Content-Length: 3\r\nExpect: 100-continue\r\n"));
            assertThat(client.answerHead().status()).isEqualTo(100);
            client.write("abc");
            assertThat(client.answer().body()).isEqualTo("abc");
            client.write(request("POST", "/echo", "Content-Length: 20000000\r\nExpect: 100-continue\r\n"));
            assertThat(client.answer().status())
                    .as("no leave for what is too long")
                    .isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD /any", "HEAD /trailers", "HEAD /mock", "GET /204", "GET /304", "HEAD /304"})
    void anAnswerWithoutABodyHasNoneAndTheConnectionIsKept(String asked) throws Exception {
        String[] words = asked.split(" ", 2);
        try (RawClient client = client()) {
            client.write(request(words[0], words[1], "") + Served.get("/mock"));
            RawClient.Answer answer = client.answerHead();
            if (answer.status() == 204) {
                assertThat(answer.headers())
                        .doesNotContainKeys("content-length", "transfer-encoding")
                        .containsEntry("x-own", "1");
            } else {
                assertThat(answer.status()).isEqualTo(words[1].equals("/304") ? 304 : 200);
            }
            assertThat(client.answer().body()).isEqualTo("hello");
        }
    }

    @Test
    void interimAnswersStayBetweenGatewayAndBackend() throws Exception {
        try (RawClient client = client()) {
            client.write(Served.get("/interim"));
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(answer.headers()).doesNotContainKey("link");
            client.write(Served.get("/mock"));
            assertThat(client.answer().body()).isEqualTo("hello");
        }
    }

    @Test
    void trailersAreNotPassedOnAndHarmNobody() throws Exception {
        try (RawClient client = client()) {
            client.write(Served.get("/trailers"));
            RawClient.Answer answer = client.answer();
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(answer.headers()).doesNotContainKeys("trailer", "x-sum");
            client.write(request("POST", "/echo", "Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n")
                    + "3\r\nabc\r\n0\r\nX-Sum: 1\r\nHost: elsewhere\r\n\r\n" + Served.get("/mock"));
            assertThat(client.answer().body()).isEqualTo("abc");
            assertThat(client.answer().body()).isEqualTo("hello");
        }
    }

    @Test
    void aBodyOfTheLimitPassesAndOneByteMoreIsRefusedInTheApisWords() throws Exception {
        served.publish(definitions -> definitions.publishWording(
                new FrozenGatewayResponse(
                        "REQUEST_TOO_LARGE",
                        "414",
                        Map.of("gatewayresponse.header.X-Limit", "'10 MB'"),
                        Map.of("application/json", "{\"type\":\"$context.error.responseType\"}")),
                Definitions.mock("/mock", "hello"),
                Definitions.proxy("/slow", "NONE", "http://" + SlowBackend.NAME + "/slow"),
                Definitions.proxy("/echo", "NONE", "http://" + SlowBackend.NAME + "/echo"),
                Definitions.proxy("/{proxy+}", "NONE", backend.uri() + "/{proxy}")));
        try (RawClient client = client()) {
            client.write(request("POST", "/echo", "Content-Length: " + BODY_LIMIT + "\r\n"));
            client.write(new byte[BODY_LIMIT]);
            assertThat(client.answer().body()).hasSize(BODY_LIMIT);
        }
        int before = slow.called.get();
        try (RawClient client = client()) {
            client.write(request("POST", "/echo", "Content-Length: " + (BODY_LIMIT + 1) + "\r\n"));
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(414);
            assertThat(answer.headers()).containsEntry("x-limit", "10 MB");
            assertThat(answer.body()).isEqualTo("{\"type\":\"REQUEST_TOO_LARGE\"}");
        }
        assertThat(slow.called).as("asked before anything is sent").hasValue(before);
    }

    @Test
    void aPackedBodyThatGrowsBeyondTheLimitIsRefusedAndNeverUnpackedWhole() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        }
        int before = slow.called.get();
        long start = System.nanoTime();
        try (RawClient client = client()) {
            client.write(
                    request("POST", "/echo", "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n"));
            client.write(packed.toByteArray());
            assertThat(client.answer().status()).isIn(413, 414);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(slow.called).hasValue(before);
    }

    @Test
    void aPackedBodyOfTenMegabytesOfZerosArrivesWhole() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[BODY_LIMIT]);
        }
        try (RawClient client = client()) {
            client.write(
                    request("POST", "/echo", "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n"));
            client.write(packed.toByteArray());
            assertThat(client.answer().body()).hasSize(BODY_LIMIT);
        }
    }

    @Test
    void aHeadMayHaveAsManyBytesAsAtAws() throws Exception {
        String line = "GET " + Served.at("/any?q=");
        int used = (line + " HTTP/1.1").length() + "localhost".length();
        int before = called.get();
        try (RawClient client = client()) {
            client.write(line + "x".repeat(10_240 - used) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(200);
            client.write(line + "x".repeat(10_241 - used) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            RawClient.Answer tooLong = client.answer();
            assertThat(tooLong.status()).isEqualTo(431);
            assertThat(tooLong.body()).isEqualTo("{\"message\":\"Request Header Fields Too Large\"}");
        }
        try (RawClient client = client()) {
            client.tryWrite(line + "x".repeat(1_000_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            String said = client.rest();
            assertThat(said.isEmpty() || said.startsWith("HTTP/1.1 414 ") || said.startsWith("HTTP/1.0 414 "))
                    .as(said)
                    .isTrue();
        }
        assertThat(called).hasValue(before + 1);
    }

    @Test
    void bytesThatAreNoTextAreNoRequest() throws Exception {
        try (RawClient client = client()) {
            client.write("\u0016\u0003\u0001\u0002\u0000hello\r\n\r\n");
            assertThat(client.rest()).contains(" 400 Bad Request\r\n");
        }
    }
}
