// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.data.headers.TraceHeader;
import io.gatehouse.data.pipeline.RequestIds;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers that look like AWS's and do not repeat. They name requests and protect nothing, so the generator need
 * not be a cryptographic one, which could block.
 */
public final class RandomIds implements IdSource {
    private static final int EXTENDED_BYTES = 11;

    @Override
    public RequestIds next(@Nullable String clientTrace, long nowMillis) {
        RandomGenerator random = ThreadLocalRandom.current();
        String trace = TraceHeader.accepted(clientTrace);
        return new RequestIds(uuid(random), extended(random), trace == null ? newTrace(random, nowMillis) : trace);
    }

    /** A number from 0.0 to 1.0, to draw lots with. */
    public static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }

    /** A UUID of version 4. */
    private static String uuid(RandomGenerator random) {
        long high = random.nextLong() & ~0xf000L | 0x4000L;
        long low = random.nextLong() & ~(0b11L << 62) | 1L << 63;
        return new UUID(high, low).toString();
    }

    /** Fifteen characters of base 64 and one of padding. */
    private static String extended(RandomGenerator random) {
        byte[] bytes = new byte[EXTENDED_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** A new root, as the X-Ray developer guide describes it under "Tracing header". */
    private static String newTrace(RandomGenerator random, long nowMillis) {
        byte[] text = "Root=1-00000000-000000000000000000000000".getBytes(StandardCharsets.US_ASCII);
        hex(text, 7, 8, nowMillis / 1000);
        hex(text, 16, 8, random.nextInt());
        hex(text, 24, 16, random.nextLong());
        return new String(text, StandardCharsets.US_ASCII);
    }

    private static void hex(byte[] text, int from, int digits, long value) {
        long rest = value;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = (byte) Character.forDigit((int) (rest & 0xf), 16);
            rest >>>= 4;
        }
    }
}
