// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import io.gatehouse.data.pipeline.BackendRequest;
import io.gatehouse.data.pipeline.QueryString;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How AWS's execution log writes what a request carries. Values that give access are written as stars. */
final class TraceText {
    /** Header fields and parameters of the query, in small letters. */
    private static final Set<String> SECRET = Set.of(
            "authorization",
            "proxy-authorization",
            "x-api-key",
            "x-amz-security-token",
            "x-amz-signature",
            "x-amz-credential");

    /** As many characters of a secret are shown, so that one can be told from another, when there are many more. */
    private static final int SHOWN = 6;

    private static final int LONG = 4 * SHOWN;

    private TraceText() {}

    /** Header fields; those of one name are joined by a comma. */
    static String headers(MultiMap headers) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> spelling = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : headers) {
            String lower = field.getKey().toLowerCase(Locale.ROOT);
            fields.merge(lower, shown(lower, field.getValue()), (first, more) -> first + "," + more);
            spelling.putIfAbsent(lower, field.getKey());
        }
        StringBuilder text = new StringBuilder("{");
        fields.forEach((name, value) -> append(text, spelling.getOrDefault(name, name), value));
        return text.append('}').toString();
    }

    static String path(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder("{");
        parameters.forEach((name, value) -> append(text, name, value));
        return text.append('}').toString();
    }

    static String query(QueryString query) {
        StringBuilder text = new StringBuilder("{");
        query.asMap()
                .forEach((name, values) ->
                        append(text, name, shown(name.toLowerCase(Locale.ROOT), String.join(",", values))));
        return text.append('}').toString();
    }

    /** Where a backend's request goes. */
    static String uri(BackendRequest request) {
        String uri = request.requestUri();
        int mark = uri.indexOf('?');
        return (request.origin().tls() ? "https://" : "http://")
                + request.origin().authority()
                + (mark < 0 ? uri : uri.substring(0, mark + 1) + rawQuery(uri.substring(mark + 1)));
    }

    private static String rawQuery(String query) {
        StringBuilder text = new StringBuilder();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String shown =
                    equals < 0 ? pair : name + "=" + shown(name.toLowerCase(Locale.ROOT), pair.substring(equals + 1));
            text.append(text.isEmpty() ? "" : "&").append(shown);
        }
        return text.toString();
    }

    /** A body as text; of what is no text, whatever can be read of it. */
    static String body(@Nullable Buffer body) {
        if (body == null) {
            return "";
        }
        // What comes after is cut off anyway.
        return body.getString(0, Math.min(body.length(), TraceFile.LONGEST + 1));
    }

    private static String shown(String lowerName, String value) {
        if (!SECRET.contains(lowerName)) {
            return value;
        }
        int shown = value.length() < LONG ? 0 : SHOWN;
        return "*".repeat(value.length() - shown) + value.substring(value.length() - shown);
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append(text.length() > 1 ? ", " : "").append(name).append('=').append(value);
    }
}
