// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import io.gatehouse.contract.served.LogFormat;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes traces to a log: each line with its time and its request's id, and no longer than AWS's (developer guide, "Amazon API Gateway important notes"). */
public final class TraceFile implements TraceSink {
    /** Bytes of a line's text; more is cut off. */
    static final int LONGEST = 1024;

    private static final String CUT = " [TRUNCATED]";
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final LogSink log;

    public TraceFile(LogSink log) {
        this.log = log;
    }

    @Override
    public void take(Exchange ended, Trace whole) {
        String id = ended.ids().requestId();
        LogLine lines = new LogLine().begin(LogFormat.Notation.PLAIN);
        whole.read((millis, text) -> {
            lines.message(TIME.format(Instant.ofEpochMilli(millis)) + " (" + id + ") " + cut(text));
            lines.next();
        });
        log.write(lines.bytes());
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST / MOST_BYTES_OF_A_CHARACTER) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return text;
        }
        int end = LONGEST;
        while ((bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + CUT;
    }
}
