// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The date of a signature: ISO 8601's basic format in UTC, {@code 20261101T120000Z}. */
final class AmzDate {

    private static final int LENGTH = 16;
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private AmzDate() {}

    static String text(Instant instant) {
        return BASIC.format(instant);
    }

    static Instant read(String text) throws RefusedException {
        Instant instant = basic(text);
        if (instant == null) {
            throw malformed(text);
        }
        return instant;
    }

    /** Reads a {@code Date} header, which clients may send in HTTP's own format instead. */
    static Instant readHttpDate(String text) throws RefusedException {
        Instant instant = basic(text);
        if (instant != null) {
            return instant;
        }
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw malformed(text);
        }
    }

    private static @Nullable Instant basic(String text) {
        if (text.length() != LENGTH || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
            return null;
        }
        for (int i = 0; i < LENGTH - 1; i++) {
            if (i != 8 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return null;
            }
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 4, 6),
                            number(text, 6, 8),
                            number(text, 9, 11),
                            number(text, 11, 13),
                            number(text, 13, 15))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static RefusedException malformed(String text) {
        return RefusedException.incomplete("Date must be in ISO-8601 'basic format'. Got '"
                + RefusedException.quote(text) + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }
}
