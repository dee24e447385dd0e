// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PackStepsTest {
    private static final int MINIMUM = 100;
    private static final String LONG = "text ".repeat(20);

    private static Exchange mapped(FakeInbound inbound, int status, String body) {
        Exchange exchange = Exchanges.of(inbound);
        exchange.backendAnswer(BackendAnswer.buffered(200, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer()));
        exchange.outbound().status(status);
        exchange.outbound().headers().set("ETag", "\"v1\"");
        exchange.answerBody(Buffer.buffer(body));
        return exchange;
    }

    private static @Nullable String coding(Exchange exchange) {
        assertThat(new PackAnswerStep(MINIMUM).apply(exchange).succeeded()).isTrue();
        return exchange.outbound().headers().get("Content-Encoding");
    }

    private static FakeInbound accepting(String coding) {
        return FakeInbound.get("/pets").header("Accept-Encoding", coding);
    }

    @ParameterizedTest
    @EnumSource
    void aMappedAnswerIsPackedForAClientThatAsks(Packing packing) {
        Exchange exchange = mapped(accepting(packing.coding()), 200, LONG);
        assertThat(coding(exchange)).isEqualTo(packing.coding());
        assertThat(Packed.unpack(packing, exchange.answerBody())).asString().isEqualTo(LONG);
        assertThat(exchange.outbound().headers().get("ETag")).isEqualTo("\"v1\"");
    }

    @Test
    void theMinimumCountsTheBodyAfterItsMapping() {
        assertThat(coding(mapped(accepting("gzip"), 200, "x".repeat(MINIMUM)))).isEqualTo("gzip");
        assertThat(coding(mapped(accepting("gzip"), 200, "x".repeat(MINIMUM - 1))))
                .isNull();
        assertThat(coding(mapped(accepting("gzip"), 404, LONG))).isEqualTo("gzip");
    }

    @Test
    void withAMinimumOfZeroEveryBodyIsPackedButNoneThatIsNotThere() {
        Exchange one = mapped(accepting("gzip"), 200, "x");
        new PackAnswerStep(0).apply(one);
        assertThat(one.outbound().headers().get("Content-Encoding")).isEqualTo("gzip");
        Exchange none = mapped(accepting("gzip"), 200, "");
        new PackAnswerStep(0).apply(none);
        assertThat(none.outbound().headers().contains("Content-Encoding")).isFalse();
    }

    @Test
    void nobodyWhoDoesNotAskGetsAPackedAnswer() {
        assertThat(coding(mapped(FakeInbound.get("/pets"), 200, LONG))).isNull();
        assertThat(coding(mapped(accepting("*"), 200, LONG))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"HEAD,200", "GET,204", "GET,206", "GET,304"})
    void anAnswerWithoutAWholeBodyIsNotPacked(String verb, int status) {
        FakeInbound inbound = FakeInbound.request(verb, "/pets").header("Accept-Encoding", "gzip");
        assertThat(coding(mapped(inbound, status, LONG))).isNull();
        Exchange streamed = Exchanges.of(inbound);
        streamed.backendAnswer(BackendAnswer.streaming(status, MultiMap.caseInsensitiveMultiMap(), new Source()));
        new PackStreamStep(MINIMUM).apply(streamed);
        assertThat(streamed.backendAnswer().headers().contains("Content-Encoding"))
                .isFalse();
    }

    @Test
    void whatTheBackendOrAMappingHasPackedStaysAsItIs() {
        Exchange byBackend = mapped(accepting("gzip"), 200, LONG);
        byBackend.backendAnswer(BackendAnswer.buffered(
                200, MultiMap.caseInsensitiveMultiMap().add("content-encoding", "br"), Buffer.buffer()));
        assertThat(coding(byBackend)).isNull();
        Exchange byMapping = mapped(accepting("gzip"), 200, LONG);
        byMapping.outbound().headers().set("content-encoding", "br");
        assertThat(coding(byMapping)).isEqualTo("br");
        assertThat(byMapping.answerBody().toString()).isEqualTo(LONG);
    }

    private static Exchange streamed(Source source, String... headers) {
        return streamed(Packing.GZIP, source, headers);
    }

    private static Exchange streamed(Packing packing, Source source, String... headers) {
        Exchange exchange = Exchanges.of(accepting(packing.coding()));
        MultiMap fields = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(headers[i], headers[i + 1]);
        }
        exchange.backendAnswer(BackendAnswer.streaming(200, fields, source));
        new PackStreamStep(MINIMUM).apply(exchange);
        return exchange;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-,-,true", "100,-,true", "99,-,false", "0,-,false", "5,chunked,true", "many,-,true"})
    void aStreamOfUnknownLengthCountsAsLong(@Nullable String length, @Nullable String coding, boolean packed) {
        List<String> headers = new ArrayList<>(List.of("ETag", "W/\"v1\""));
        if (length != null) {
            headers.addAll(List.of("Content-Length", length));
        }
        if (coding != null) {
            headers.addAll(List.of("Transfer-Encoding", coding));
        }
        Source source = new Source();
        BackendAnswer answer = streamed(source, headers.toArray(String[]::new)).backendAnswer();
        assertThat(answer.headers().contains("Content-Encoding")).isEqualTo(packed);
        assertThat(answer.headers().contains("Content-Length")).isEqualTo(!packed && length != null);
        assertThat(answer.headers().get("ETag")).isEqualTo("W/\"v1\"");
        assertThat(answer.stream() == source).isEqualTo(!packed);
    }

    @ParameterizedTest
    @EnumSource
    void aStreamIsPackedPieceByPieceAndEachPieceCanBeReadAtOnce(Packing packing) throws IOException {
        Source source = new Source();
        ReadStream<Buffer> packed = Objects.requireNonNull(streamed(packing, source).backendAnswer().stream());
        List<Buffer> pieces = new ArrayList<>();
        List<String> events = new ArrayList<>();
        packed.exceptionHandler(failure -> events.add("failed"));
        packed.endHandler(end -> events.add("ended"));
        packed.handler(pieces::add);
        source.send("first ");
        assertThat(Packed.readable(packing, pieces.getFirst().getBytes())).isEqualTo("first ");
        source.send(LONG);
        source.end();
        assertThat(events).containsExactly("ended");
        assertThat(pieces).hasSize(3);
        Buffer whole = Buffer.buffer();
        pieces.forEach(whole::appendBuffer);
        assertThat(Packed.unpack(packing, whole)).asString().isEqualTo("first " + LONG);
    }

    @ParameterizedTest
    @EnumSource
    void bodiesOfAllSizesComeOutAsTheyWentIn(Packing packing) {
        Random random = new Random(7);
        for (int size : new int[] {1, 10, 1_000, 16_384, 16_385, 70_000, 3_000_000}) {
            byte[] noise = new byte[size];
            random.nextBytes(noise);
            assertThat(Packed.unpack(packing, packing.whole(Buffer.buffer(noise))))
                    .isEqualTo(noise);
            byte[] text = "a word, and another; ".repeat(size / 20 + 1).getBytes(StandardCharsets.UTF_8);
            Buffer packed = packing.whole(Buffer.buffer(text));
            assertThat(packed.length()).isLessThan(Math.max(100, size / 20));
            assertThat(Packed.unpack(packing, packed)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLongStreamComesOutAsItWentIn(Packing packing) {
        Random random = new Random(7);
        Buffer plain = Buffer.buffer();
        Buffer packed = Buffer.buffer();
        try (Packer packer = packing.packer()) {
            for (int i = 0; i < 200; i++) {
                Buffer piece = Buffer.buffer("piece " + random.nextInt() + " ".repeat(random.nextInt(30_000)));
                plain.appendBuffer(piece);
                packed.appendBuffer(packer.pack(piece, false));
            }
            packed.appendBuffer(packer.pack(Buffer.buffer(), true));
        }
        assertThat(Packed.unpack(packing, packed)).isEqualTo(plain.getBytes());
    }

    @ParameterizedTest
    @EnumSource
    void aPackerCanBeClosedAtAnyTimeAndMoreThanOnce(Packing packing) {
        Packer packer = packing.packer();
        packer.pack(Buffer.buffer(LONG), false);
        packer.close();
        packer.close();
        Packer unused = packing.packer();
        unused.close();
        Packer done = packing.packer();
        assertThat(done.pack(Buffer.buffer(LONG), true).length()).isPositive();
        done.close();
    }

    @Test
    void theClientsPaceIsTheBackends() {
        Source source = new Source();
        ReadStream<Buffer> packed = Objects.requireNonNull(streamed(source).backendAnswer().stream());
        packed.pause();
        packed.fetch(2);
        packed.resume();
        assertThat(source.calls).containsExactly("pause", "fetch 2", "resume");
    }

    @Test
    void aStreamThatBreaksOffDoesNotEnd() {
        Source source = new Source();
        ReadStream<Buffer> packed = Objects.requireNonNull(streamed(source).backendAnswer().stream());
        List<String> events = new ArrayList<>();
        packed.exceptionHandler(failure -> events.add("failed"));
        packed.endHandler(end -> events.add("ended"));
        packed.handler(piece -> events.add("piece"));
        source.send("first");
        source.fail();
        source.send("late");
        assertThat(events).containsExactly("piece", "failed");
    }
}
