// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackBodyStepTest {
    private static final int LIMIT = 1_000_000;
    private static final byte[] PLAIN = "{\"type\":\"dog\"}".getBytes(StandardCharsets.UTF_8);

    private static Future<Void> run(Exchange exchange) {
        try {
            return new UnpackBodyStep(LIMIT).apply(exchange);
        } catch (FaultException refused) {
            return Future.failedFuture(refused);
        }
    }

    private static Exchange sent(@Nullable String coding, byte[] body) {
        FakeInbound inbound = FakeInbound.request("POST", "/pets").body(body);
        return Exchanges.of(coding == null ? inbound : inbound.header("Content-Encoding", coding));
    }

    private static byte[] unpacked(String coding, byte[] body) {
        Exchange exchange = sent(coding, body);
        Future<Void> done = run(exchange);
        assertThat(done.succeeded()).as(String.valueOf(done.cause())).isTrue();
        return Objects.requireNonNull(exchange.body()).getBytes();
    }

    private static void assertRefused(String coding, byte[] body, FaultKind kind) {
        assertThat(run(sent(coding, body)).cause())
                .as(coding)
                .isInstanceOfSatisfying(
                        FaultException.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    @Test
    void whatIsPackedIsUnpacked() {
        assertThat(unpacked("gzip", Packed.gzip(PLAIN))).isEqualTo(PLAIN);
        assertThat(unpacked("GZip", Packed.gzip(PLAIN))).isEqualTo(PLAIN);
        assertThat(unpacked("x-gzip", Packed.gzip(PLAIN))).isEqualTo(PLAIN);
        assertThat(unpacked("deflate", Packed.deflate(PLAIN, false))).isEqualTo(PLAIN);
        assertThat(unpacked("deflate", Packed.deflate(PLAIN, true))).isEqualTo(PLAIN);
        assertThat(unpacked("identity, gzip", Packed.gzip(PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void severalCodingsAreUndoneFromTheLast() {
        assertThat(unpacked("deflate, gzip", Packed.gzip(Packed.deflate(PLAIN, false))))
                .isEqualTo(PLAIN);
        assertRefused("gzip, deflate", Packed.gzip(Packed.deflate(PLAIN, false)), FaultKind.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void severalMembersOfAGzipFileAreOneBody() {
        byte[] one = Packed.gzip("one,");
        byte[] two = Packed.gzip("two");
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        assertThat(new String(unpacked("gzip", both), StandardCharsets.UTF_8)).isEqualTo("one,two");
    }

    @Test
    void whatIsNotPackedIsLeftToStream() {
        for (String coding : new String[] {null, "identity", ""}) {
            Exchange exchange = sent(coding, PLAIN);
            assertThat(run(exchange).succeeded()).isTrue();
            assertThat(exchange.body()).as(coding).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "compress", "gzip, br", "utf-8", "*", "gzip;q=1", "gzip gzip"})
    void otherCodingsAreRefusedEvenWithoutABody(String coding) {
        assertRefused(coding, Packed.gzip(PLAIN), FaultKind.UNSUPPORTED_MEDIA_TYPE);
        assertRefused(coding, new byte[0], FaultKind.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void tooManyCodingsAreRefused() {
        assertRefused("gzip,".repeat(1_000), Packed.gzip(PLAIN), FaultKind.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void anEmptyBodyHasNothingToUnpack() {
        assertThat(unpacked("gzip", new byte[0])).isEmpty();
    }

    @Test
    void aBodyThatIsNotPackedAsItIsSaidToBeIsRefused() {
        byte[] packed = Packed.gzip("x".repeat(100_000));
        assertRefused("gzip", PLAIN, FaultKind.UNSUPPORTED_MEDIA_TYPE);
        assertRefused("deflate", PLAIN, FaultKind.UNSUPPORTED_MEDIA_TYPE);
        assertRefused("gzip", Packed.deflate(PLAIN, false), FaultKind.UNSUPPORTED_MEDIA_TYPE);
        assertRefused("gzip", Arrays.copyOf(packed, packed.length - 1), FaultKind.UNSUPPORTED_MEDIA_TYPE);
        assertRefused("gzip", Arrays.copyOf(packed, 5), FaultKind.UNSUPPORTED_MEDIA_TYPE);
        packed[packed.length - 6] ^= 1;
        assertRefused("gzip", packed, FaultKind.UNSUPPORTED_MEDIA_TYPE);
        byte[] deflated = Packed.deflate(PLAIN, false);
        assertRefused("deflate", Arrays.copyOf(deflated, deflated.length / 2), FaultKind.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void aBodyOfExactlyTheLimitPassesAndOneByteMoreDoesNot() {
        assertThat(unpacked("gzip", Packed.gzip(new byte[LIMIT]))).hasSize(LIMIT);
        assertRefused("gzip", Packed.gzip(new byte[LIMIT + 1]), FaultKind.REQUEST_TOO_LARGE);
    }

    @Test
    void aBombIsRefusedWithoutBeingUnpacked() {
        byte[] bomb = Packed.gzip(new byte[200_000_000]);
        assertThat(bomb.length).isLessThan(200_000);
        byte[] nested = Packed.gzip(bomb);
        long before = System.nanoTime();
        assertRefused("gzip", bomb, FaultKind.REQUEST_TOO_LARGE);
        assertRefused("gzip, gzip", nested, FaultKind.REQUEST_TOO_LARGE);
        assertRefused("deflate", Packed.deflate(new byte[50_000_000], true), FaultKind.REQUEST_TOO_LARGE);
        assertThat(System.nanoTime() - before).isLessThan(3_000_000_000L);
    }

    @Test
    void incompressibleBodiesOfAnySizeComeOutAsTheyWere() {
        byte[] noise = new byte[LIMIT - 1];
        new Random(7).nextBytes(noise);
        assertThat(unpacked("gzip", Packed.gzip(noise))).isEqualTo(noise);
        assertThat(unpacked("deflate", Packed.deflate(noise, false))).isEqualTo(noise);
    }

    @Test
    void aBodyThatAnEarlierStepHasReadIsUnpackedToo() {
        Exchange exchange = sent("gzip", new byte[0]);
        exchange.body(Buffer.buffer(Packed.gzip(PLAIN)));
        run(exchange);
        assertThat(exchange.body()).isEqualTo(Buffer.buffer(PLAIN));
        assertThatThrownBy(() -> new UnpackBodyStep(LIMIT).apply(sent("br", PLAIN)))
                .isInstanceOf(FaultException.class);
    }
}
