// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query string's parameters, decoded: {@code +} is a space, the order of first appearance is kept. */
public final class QueryString {
    private static final int MAX_PARAMETERS = 10_000;

    private final Map<String, List<String>> parameters;

    private QueryString(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** Reads what follows the question mark; malformed escapes are kept as they stand. */
    public static QueryString parse(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return new QueryString(Map.of());
        }
        try {
            return new QueryString(
                    new QueryStringDecoder(raw, java.nio.charset.StandardCharsets.UTF_8, false, MAX_PARAMETERS)
                            .parameters());
        } catch (IllegalArgumentException malformedEscape) {
            return new QueryString(new QueryStringDecoder(
                            raw.replace("%", "%25"), java.nio.charset.StandardCharsets.UTF_8, false, MAX_PARAMETERS)
                    .parameters());
        }
    }

    /** The last value of a parameter; {@code null} when it is absent. */
    public @Nullable String last(String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.getLast();
    }

    /** All values of a parameter, in order; none when it is absent. */
    public List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** Every parameter with all its values. */
    public Map<String, List<String>> asMap() {
        return parameters;
    }
}
