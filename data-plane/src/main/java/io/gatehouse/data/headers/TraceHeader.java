// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.headers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code X-Amzn-Trace-Id}: {@code Root=1-58406520-a006649127e371903a2de979;Parent=4c721bf33e3caf8f;Sampled=1}, and
 * whatever its senders add (X-Ray developer guide, "Tracing header").
 */
public final class TraceHeader {
    private static final String ROOT = "Root";
    private static final String PARENT = "Parent";
    private static final String SAMPLED = "Sampled";
    private static final String ASKED = "?";

    private static final Pattern TRACE_ID = Pattern.compile("1-[0-9a-fA-F]{8}-[0-9a-fA-F]{24}");
    private static final Pattern SEGMENT_ID = Pattern.compile("[0-9a-fA-F]{16}");
    private static final Pattern DECISION = Pattern.compile("[01?]");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x3A\\x3C-\\x7E]{0,256}");

    private TraceHeader() {}

    /**
     * What goes on of a client's field: everything that is well formed, each name once.
     *
     * @return {@code null} when it names no trace; then a new one begins
     */
    public static @Nullable String accepted(@Nullable String field) {
        if (field == null) {
            return null;
        }
        List<String> kept = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String element : field.split(";", -1)) {
            String part = element.strip();
            int equals = part.indexOf('=');
            if (equals > 0 && fits(part.substring(0, equals), part.substring(equals + 1))) {
                if (names.add(part.substring(0, equals))) {
                    kept.add(part);
                }
            }
        }
        return names.contains(ROOT) ? String.join(";", kept) : null;
    }

    private static boolean fits(String name, String value) {
        return switch (name) {
            case ROOT -> TRACE_ID.matcher(value).matches();
            case PARENT -> SEGMENT_ID.matcher(value).matches();
            case SAMPLED -> DECISION.matcher(value).matches();
            default -> NAME.matcher(name).matches() && VALUE.matcher(value).matches();
        };
    }

    /** The trace's identifier. */
    public static @Nullable String traceId(String field) {
        return element(field, ROOT);
    }

    /** Whether it has been decided if the trace is recorded. */
    public static boolean isDecided(String field) {
        String decision = element(field, SAMPLED);
        return decision != null && !decision.equals(ASKED);
    }

    /** The same field with the decision whether the trace is recorded; it must not have one. */
    public static String decided(String field, boolean recorded) {
        String decision = SAMPLED + "=" + (recorded ? "1" : "0");
        return element(field, SAMPLED) == null
                ? field + ";" + decision
                : field.replace(SAMPLED + "=" + ASKED, decision);
    }

    private static @Nullable String element(String field, String name) {
        for (String part : field.split(";", -1)) {
            if (part.startsWith(name) && part.length() > name.length() && part.charAt(name.length()) == '=') {
                return part.substring(name.length() + 1);
            }
        }
        return null;
    }
}
