// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import com.jayway.jsonpath.JsonPath;
import io.gatehouse.data.headers.RequestHeaders;
import io.gatehouse.data.pipeline.Exchange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a mapped parameter takes its value from (developer guide, "API Gateway request and response data
 * mapping reference").
 */
sealed interface ValueSource {

    /** The value, decoded; {@code null} when its source is missing, and the mapping is then left out. */
    @Nullable
    String value(Exchange exchange);

    /** All values, for the sources that can have several. */
    default List<String> values(Exchange exchange) {
        String value = value(exchange);
        return value == null ? List.of() : List.of(value);
    }

    /** {@code 'text'}, and stage variables, which are known when a stage is published. */
    record Fixed(String text) implements ValueSource {
        @Override
        public String value(Exchange exchange) {
            return text;
        }
    }

    /** A source that can never have a value. */
    record Nothing() implements ValueSource {
        @Override
        public @Nullable String value(Exchange exchange) {
            return null;
        }
    }

    /** {@code method.request.header.name} and {@code method.request.multivalueheader.name}. */
    record RequestHeader(String name) implements ValueSource {
        @Override
        public @Nullable String value(Exchange exchange) {
            return RequestHeaders.read(exchange.inbound().headers(), name);
        }

        @Override
        public List<String> values(Exchange exchange) {
            return RequestHeaders.readable(name) ? exchange.inbound().headers().getAll(name) : List.of();
        }
    }

    /** {@code method.request.querystring.name} and {@code method.request.multivaluequerystring.name}. */
    record Query(String name) implements ValueSource {
        @Override
        public @Nullable String value(Exchange exchange) {
            return exchange.query().last(name);
        }

        @Override
        public List<String> values(Exchange exchange) {
            return exchange.query().all(name);
        }
    }

    /** {@code method.request.path.name}. */
    record Path(String name) implements ValueSource {
        @Override
        public @Nullable String value(Exchange exchange) {
            String raw = exchange.pathParameters().get(name);
            return raw == null ? null : PercentEncoding.decode(raw);
        }
    }

    /** {@code method.request.body} and {@code method.request.body.json.path}. */
    record RequestBody(@Nullable JsonPath path) implements ValueSource {
        @Override
        public @Nullable String value(Exchange exchange) {
            var body = exchange.body();
            return body == null ? null : JsonBodies.read(body, path);
        }
    }

    /** {@code integration.response.header.name} and its multi-valued form. */
    record ResponseHeader(String name) implements ValueSource {
        @Override
        public @Nullable String value(Exchange exchange) {
            List<String> values = values(exchange);
            return values.isEmpty() ? null : values.getLast();
        }

        @Override
        public List<String> values(Exchange exchange) {
            return exchange.backendAnswer().headers().getAll(name);
        }
    }

    /** {@code integration.response.body} and {@code integration.response.body.json.path}. */
    record ResponseBody(@Nullable JsonPath path) implements ValueSource {
        @Override
        public @Nullable String value(Exchange exchange) {
            var body = exchange.backendAnswer().body();
            return body == null ? null : JsonBodies.read(body, path);
        }
    }

    /** {@code context.name}, with dots for nested names. */
    record Context(List<String> names) implements ValueSource {
        @Override
        public @Nullable String value(Exchange exchange) {
            Object at = exchange.context();
            for (String name : names) {
                at = at instanceof Map<?, ?> map ? map.get(name) : null;
            }
            return at == null || at instanceof Map ? null : at.toString();
        }
    }
}
