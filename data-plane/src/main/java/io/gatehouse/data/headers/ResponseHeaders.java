// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.headers;

import io.vertx.core.MultiMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to response headers on their way from a backend or a mapping to the client. */
public final class ResponseHeaders {
    private static final String REMAPPED = "x-amzn-Remapped-";

    private static final HeaderNames RENAMED = HeaderNames.of(
            "Authorization",
            "Connection",
            "Content-Length",
            "Content-MD5",
            "Date",
            "Expect",
            "Host",
            "Max-Forwards",
            "Proxy-Authenticate",
            "Server",
            "Trailer",
            "Upgrade",
            "User-Agent",
            "WWW-Authenticate",
            "x-amzn-RequestId",
            "x-amz-apigw-id",
            "X-Amzn-Trace-Id");

    private static final HeaderNames DROPPED = HeaderNames.of("Transfer-Encoding", "Keep-Alive", "Proxy-Connection");

    private ResponseHeaders() {}

    /** The name under which a field reaches the client; {@code null} when it does not. */
    public static @Nullable String nameForClient(String name) {
        if (RENAMED.contains(name)) {
            return REMAPPED + name;
        }
        return DROPPED.contains(name) ? null : name;
    }

    /** Copies a backend's fields for the client. */
    public static void forward(MultiMap from, MultiMap to) {
        for (Map.Entry<String, String> field : from) {
            String name = nameForClient(field.getKey());
            if (name != null) {
                to.add(name, field.getValue());
            }
        }
    }
}
