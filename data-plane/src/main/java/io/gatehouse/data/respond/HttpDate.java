// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code Date} field (RFC 9110), formatted once a second however many answers carry it. */
final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private record Formatted(long second, String text) {}

    private static volatile Formatted latest = new Formatted(0, format(0));

    private HttpDate() {}

    /**
     * @param millis since the epoch
     */
    static String of(long millis) {
        long second = Math.floorDiv(millis, 1000);
        Formatted known = latest;
        if (known.second() != second) {
            known = new Formatted(second, format(second));
            latest = known;
        }
        return known.text();
    }

    private static String format(long second) {
        return FORMAT.format(Instant.ofEpochSecond(second));
    }
}
