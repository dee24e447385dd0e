// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.headers;

import io.vertx.core.MultiMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to request headers on their way to a template or a backend. */
public final class RequestHeaders {

    /** Fields that belong to one connection or that the gateway keeps to itself; a pass-through drops them. */
    private static final HeaderNames NOT_FORWARDED = HeaderNames.of(
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-MD5",
            "Expect",
            "Host",
            "Keep-Alive",
            "Max-Forwards",
            "Proxy-Authenticate",
            "Proxy-Connection",
            "Server",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Via",
            "WWW-Authenticate",
            "X-Amzn-Trace-Id",
            "X-Amzn-Apigateway-Api-Id",
            "X-Forwarded-For",
            "X-Forwarded-Port",
            "X-Forwarded-Proto");

    /** Fields that templates and expressions read as empty. */
    private static final HeaderNames UNREADABLE = HeaderNames.of(
            "Connection",
            "Content-Length",
            "Content-MD5",
            "Expect",
            "Max-Forwards",
            "Proxy-Authenticate",
            "Server",
            "TE",
            "Transfer-Encoding",
            "Trailer",
            "Upgrade",
            "WWW-Authenticate");

    /** Fields that a mapping names in vain. */
    private static final HeaderNames MAPPED_IN_VAIN =
            HeaderNames.of("Connection", "Expect", "Proxy-Authenticate", "TE", "Via");

    /** Fields that make every call fail when a mapping names them: they would break the message's framing. */
    private static final HeaderNames NEVER_MAPPED = HeaderNames.of("Content-Length", "Transfer-Encoding");

    private RequestHeaders() {}

    /** How the value of {@code Authorization} begins that signs a call of the gateway, and means nothing to a backend. */
    private static final String SIGNATURE = "AWS4-HMAC-SHA256";

    /**
     * Copies what a pass-through forwards; fields that {@code Connection} names stay behind too, and so does a signature
     * (developer guide, "Amazon API Gateway important notes").
     */
    public static void forward(MultiMap from, MultiMap to) {
        String connection = from.get("Connection") == null ? null : String.join(",", from.getAll("Connection"));
        for (Map.Entry<String, String> field : from) {
            String name = field.getKey();
            if (!NOT_FORWARDED.contains(name)
                    && (connection == null || !lists(connection, name))
                    && !isSignature(name, field.getValue())) {
                to.add(name, field.getValue());
            }
        }
    }

    private static boolean isSignature(String name, String value) {
        return value.startsWith(SIGNATURE) && name.equalsIgnoreCase("Authorization");
    }

    private static boolean lists(String connection, String name) {
        int at = 0;
        int end = connection.length();
        while (at < end) {
            int comma = connection.indexOf(',', at);
            int stop = comma < 0 ? end : comma;
            String option = connection.substring(at, stop).trim();
            if (option.equalsIgnoreCase(name)) {
                return true;
            }
            at = stop + 1;
        }
        return false;
    }

    /** The field as templates and expressions read it: the last of its values; {@code null} when absent. */
    public static @Nullable String read(MultiMap headers, String name) {
        if (UNREADABLE.contains(name)) {
            return null;
        }
        String last = null;
        for (String value : headers.getAll(name)) {
            last = value;
        }
        return last;
    }

    /** Whether templates and expressions can read the field. */
    public static boolean readable(String name) {
        return !UNREADABLE.contains(name);
    }

    /** Whether a mapping to the field takes effect. */
    public static boolean mappable(String name) {
        return !MAPPED_IN_VAIN.contains(name);
    }

    /** Whether a mapping to the field makes every call fail. */
    public static boolean breaksFraming(String name) {
        return NEVER_MAPPED.contains(name);
    }
}
