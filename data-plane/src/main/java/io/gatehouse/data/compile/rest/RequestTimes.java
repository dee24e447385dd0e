// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the Common Log Format writes them. Requests of one second share one text. Safe for any number of threads. */
final class RequestTimes {
    private static final DateTimeFormatter COMMON_LOG_FORMAT = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final long SECOND = 1_000;

    private volatile Second last = new Second(0, write(0));

    private record Second(long number, String text) {}

    /** The second of this time, milliseconds since the epoch. */
    String format(long millis) {
        long number = Math.floorDiv(millis, SECOND);
        Second known = last;
        if (known.number != number) {
            known = new Second(number, write(number));
            last = known;
        }
        return known.text;
    }

    private static String write(long second) {
        return COMMON_LOG_FORMAT.format(Instant.ofEpochSecond(second));
    }
}
