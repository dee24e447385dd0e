// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Query strings of backend requests: the URI's own first, then the client's, then what is mapped. */
final class Queries {
    private Queries() {}

    /**
     * Appends to a request URI.
     *
     * @param clientRaw the client's query as sent, when it is passed on
     * @param mapped decoded names and values; they replace the client's of the same name
     */
    static String append(String requestUri, @Nullable String clientRaw, Map<String, List<String>> mapped) {
        String client = clientRaw == null ? "" : clientRaw;
        if (client.isEmpty() && mapped.isEmpty()) {
            return requestUri;
        }
        StringBuilder uri = new StringBuilder(requestUri);
        if (mapped.isEmpty()) {
            separate(uri).append(client);
        } else {
            appendUnmapped(uri, client, mapped);
        }
        mapped.forEach((name, values) -> {
            for (String value : values) {
                separate(uri).append(PercentEncoding.query(name)).append('=').append(PercentEncoding.query(value));
            }
        });
        return uri.toString();
    }

    private static void appendUnmapped(StringBuilder uri, String client, Map<String, List<String>> mapped) {
        for (String pair : client.split("&")) {
            int equals = pair.indexOf('=');
            String name = PercentEncoding.decode((equals < 0 ? pair : pair.substring(0, equals)).replace('+', ' '));
            if (!pair.isEmpty() && !mapped.containsKey(name)) {
                separate(uri).append(pair);
            }
        }
    }

    private static StringBuilder separate(StringBuilder uri) {
        boolean first = uri.indexOf("?") < 0;
        char last = uri.charAt(uri.length() - 1);
        return first ? uri.append('?') : last == '?' || last == '&' ? uri : uri.append('&');
    }
}
