// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the method request, as {@code $input.params()} shows them. Maps keep the order they were given in, and
 * their names as the client wrote them; of several values of one name the caller hands over the one that AWS shows.
 *
 * @param path path parameters, decoded
 * @param querystring parameters of the query, decoded
 * @param header headers that a template may read
 */
public record RequestParameters(Map<String, String> path, Map<String, String> querystring, Map<String, String> header) {
    /** No parameters at all. */
    public static final RequestParameters NONE = new RequestParameters(Map.of(), Map.of(), Map.of());

    /** The value of a parameter: path before query before header, a header in any letter case; null without one. */
    @Nullable
    String find(String name) {
        String value = path.get(name);
        if (value == null) {
            value = querystring.get(name);
        }
        return value != null ? value : findHeader(name);
    }

    private @Nullable String findHeader(String name) {
        String exact = header.get(name);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, String> entry : header.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
