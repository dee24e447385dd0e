// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** Requests that two readers could read in two ways: refused, or passed on as one that has a single reading. */
final class SmugglingIT {
    private static final WireBackend BACKEND = WireBackend.start();
    private static final String NEXT = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE = GatehouseExtension.with(GatehouseOptions::defaults);

    private static String path = "";
    private static @Nullable Probe probe;

    private final GatehouseProgram program;
    private final ApiGatewayClient client;

    SmugglingIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @AfterAll
    static void stopTheBackend() throws Exception {
        Objects.requireNonNull(probe).close();
        BACKEND.close();
    }

    @BeforeEach
    void deploy() {
        if (path.isEmpty()) {
            DeployedApi api = DeployedApi.create(client, "smuggling")
                    .proxy("ANY", "/{proxy+}", "http://" + BACKEND.address() + "/seen")
                    .fixedAnswer("/probe", "alive");
            api.deploy("test");
            path = api.address(program.trafficPort(), "test", "/x").getRawPath();
            probe = Probe.of(api.address(program.trafficPort(), "test", "/probe"), "alive");
        }
        BACKEND.forget();
    }

    @AfterEach
    void theProbeIsServed() throws Exception {
        Objects.requireNonNull(probe).assertServed(Duration.ofSeconds(3));
    }

    private static String post(String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    static Stream<Arguments> ambiguousBodies() {
        return Stream.of(
                        "Content-Length: 4\r\nTransfer-Encoding: chunked",
                        "Transfer-Encoding: chunked\r\nContent-Length: 4",
                        "Transfer-Encoding : chunked",
                        "Transfer-Encoding\t: chunked",
                        "Transfer-Encoding: xchunked",
                        "Transfer-Encoding: chunked, identity",
                        "Transfer-Encoding: identity, chunked",
                        "Transfer-Encoding: gzip, chunked",
                        "Transfer-Encoding: identity",
                        "Transfer-Encoding:",
                        "Transfer-Encoding: \"chunked\"",
                        "Transfer-Encoding: chunked;q=1",
                        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                        "Transfer-Encoding: x\r\nTransfer-Encoding: chunked",
                        "Transfer-Encoding:\u000bchunked",
                        "Transfer-Encoding: chunked\u0000",
                        "X: y\rTransfer-Encoding: chunked",
                        "X: y\nTransfer-Encoding: chunked",
                        "X: y\u0000z",
                        "X y: z",
                        "X: y\r\nno colon",
                        ": no name",
                        "Content-Length: 4\r\nContent-Length: 5",
                        "Content-Length: 4, 5",
                        "Content-Length: +4",
                        "Content-Length: -4",
                        "Content-Length: 0x4",
                        "Content-Length: 4 4",
                        "Content-Length: 4a",
                        "Content-Length: 4.0",
                        "Content-Length:",
                        "Content-Length: 99999999999999999999",
                        "Content-Length : 4",
                        "Content_Length: 4\r\nTransfer-Encoding: chunk")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("ambiguousBodies")
    void aBodyWhoseEndIsInDoubtIsRefused(String headers) throws Exception {
        assertRefused(post(headers) + "0\r\n\r\n" + NEXT);
    }

    static Stream<Arguments> badLines() {
        return Stream.of(
                        "GET %s\r\nHost: localhost\r\n\r\n",
                        "GET %s HTTP/1.1 \r\nHost: localhost\r\n\r\n",
                        "GET %s x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET %s\u0000 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET %s\u007f HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET %s\rX HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET %s HTTP/1.1\nHost: localhost\n\n",
                        "G@T %s HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET x%s HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET ftp://localhost%s HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET http://elsewhere%s HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET http://user@localhost%s HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost:443\r\n\r\n",
                        "TRACE %s HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        "GET %s HTTP/1.1\r\n\r\n",
                        "GET %s HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                        "GET %s HTTP/1.1\r\nHost: a@localhost\r\n\r\n",
                        "GET %s HTTP/1.1\r\nHost: localhost/x\r\n\r\n",
                        "GET %s HTTP/1.1\r\nHost: local host\r\n\r\n",
                        "GET %s HTTP/1.1\r\nHost: localhost:x\r\n\r\n",
                        "GET %s HTTP/1.1\r\n Host: localhost\r\n\r\n",
                        "POST %s HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("badLines")
    void aTargetOrHostThatIsNoneIsRefused(String request) throws Exception {
        assertRefused(request.formatted(path) + NEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.2", "HTTP/2.0", "http/1.1", "HTTP/0.9", "HTTP/11.1"})
    void aVersionThatIsNotSpokenIsRefused(String version) throws Exception {
        try (Wire wire = new Wire(program.trafficPort())) {
            wire.trySend("GET " + path + " " + version + "\r\nHost: localhost\r\n\r\n" + NEXT);
            assertThat(new String(wire.rest(), StandardCharsets.UTF_8))
                    .doesNotContain(" 200 ")
                    .containsAnyOf(" 400 ", " 501 ");
        }
        assertThat(BACKEND.seen()).isEmpty();
    }

    private void assertRefused(String bytes) throws IOException {
        try (Wire wire = new Wire(program.trafficPort())) {
            wire.send(bytes);
            Wire.Answer answer = wire.answer();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Bad Request\"}");
            assertThat(answer.headers())
                    .containsEntry("x-amzn-errortype", "BadRequestException")
                    .containsEntry("connection", "close")
                    .containsKey("x-amzn-requestid");
            assertThat(wire.closes()).as("nothing after a refusal").isTrue();
        }
        assertThat(BACKEND.seen()).isEmpty();
    }

    static Stream<Arguments> badChunks() {
        return Stream.of(
                        "FFFFFFFFFFFFFFFFF\r\nabc",
                        "80000000\r\nabc",
                        "-1\r\nabc",
                        "0x3\r\nabc\r\n0\r\n\r\n",
                        "3\nabc\r\n0\r\n\r\n",
                        "3\r\nabcd\r\n0\r\n\r\n",
                        "3\r\nabc0\r\n\r\n",
                        "3;x=" + "y".repeat(200_000) + "\r\nabc\r\n0\r\n\r\n",
                        "3;x=\"\r\nabc\r\n0\r\n\r\n",
                        "\r\nabc\r\n0\r\n\r\n",
                        "0\r\nX: " + "y".repeat(200_000) + "\r\n\r\n",
                        "0\r\nno colon\r\n\r\n")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("badChunks")
    void aChunkThatIsNoneEndsTheConnection(String chunks) throws Exception {
        try (Wire wire = new Wire(program.trafficPort())) {
            wire.trySend(post("Transfer-Encoding: chunked") + chunks + NEXT);
            String said = new String(wire.rest(), StandardCharsets.UTF_8);
            assertThat(said).doesNotContain(" 200 OK");
        }
        assertThat(BACKEND.seen()).noneMatch(request -> request.contains("smuggled"));
    }

    @Test
    void aFoldedLineIsOneHeader() throws Exception {
        try (Wire wire = new Wire(program.trafficPort())) {
            wire.send(post("X-Folded: 1\r\n Transfer-Encoding: chunked", "Content-Length: 2") + "ab" + NEXT);
            Wire.Answer answer = wire.answer();
            assertThat(answer.status()).isIn(200, 400);
        }
        assertThat(BACKEND.seen())
                .allSatisfy(request -> assertThat(request)
                        .contains("X-Folded: 1 Transfer-Encoding: chunked\r\n")
                        .endsWith("\r\n\r\nab"))
                .hasSizeLessThan(2);
    }

    @Test
    void whatFollowsABodyIsTheNextRequestOrNone() throws Exception {
        try (Wire wire = new Wire(program.trafficPort())) {
            wire.send(post("Content-Length: 2") + "abGARBAGE\r\n\r\n" + NEXT);
            Wire.Answer first = wire.answer();
            Wire.Answer second = wire.answer();
            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(400);
            assertThat(wire.closes()).isTrue();
        }
        assertThat(BACKEND.seen()).hasSize(1).first().asString().endsWith("\r\n\r\nab");
    }

    @Test
    void chunksAreReadAndWrittenAnew() throws Exception {
        try (Wire wire = new Wire(program.trafficPort())) {
            wire.send(post("Transfer-Encoding: CHUNKED")
                    + "3;name=value\r\nabc\r\n02\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n");
            Wire.Answer answer = wire.answer();
            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(BACKEND.seen()).hasSize(1).first().asString().endsWith("\r\n\r\nabcde");
    }

    @Test
    void theAbsoluteFormOfTheSameHostIsServed() throws Exception {
        try (Wire wire = new Wire(program.trafficPort())) {
            wire.send("GET http://localhost" + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Wire.Answer answer = wire.answer();
            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(BACKEND.seen()).hasSize(1).first().asString().startsWith("GET /seen HTTP/1.1\r\n");
    }

    @Test
    void aHeadIsMeasuredAsAtAws() throws Exception {
        try (Wire wire = new Wire(program.trafficPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Long: ";
            int used = ("GET " + path + " HTTP/1.1").length() + "localhost".length();
            wire.send(request + "x".repeat(10_240 - used) + "\r\n\r\n");
            Wire.Answer longest = wire.answer();
            assertThat(longest.status()).isEqualTo(200);
            wire.send(request + "x".repeat(10_241 - used) + "\r\n\r\n");
            Wire.Answer tooLong = wire.answer();
            assertThat(tooLong.status()).isEqualTo(431);
            assertThat(tooLong.body()).isEqualTo("{\"message\":\"Request Header Fields Too Large\"}");
        }
        assertThat(BACKEND.seen()).hasSize(1);
    }

    @Test
    void aFloodOfHeadersOrAnEndlessLineIsCutShort() throws Exception {
        String manyHeaders = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + "A: b\r\n".repeat(100_000) + "\r\n";
        assertCutShort(manyHeaders, 431);
        assertCutShort("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nA: " + "b".repeat(1_000_000), 431);
        assertCutShort("GET " + path + "/" + "b".repeat(1_000_000), 414);
        assertThat(BACKEND.seen()).isEmpty();
    }

    private void assertCutShort(String bytes, int status) throws IOException {
        try (Wire wire = new Wire(program.trafficPort())) {
            wire.trySend(bytes);
            String said = new String(wire.rest(), StandardCharsets.UTF_8);
            // Whoever goes on sending after the refusal may lose it to a reset.
            if (!said.isEmpty()) {
                assertThat(said).matches("(?s)HTTP/1\\.[01] " + status + " .*");
            }
        }
    }
}
