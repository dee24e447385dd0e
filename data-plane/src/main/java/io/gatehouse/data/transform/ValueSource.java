// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.data.headers.RequestHeaders;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.vtl.BodyReader;
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

    /**
     * All values, of whatever source.
     *
     * @param body reads the message's body; {@code null} when no source of the mapping does
     */
    static List<String> values(ValueSource source, Exchange exchange, @Nullable BodyReader body) {
        if (!(source instanceof Body part)) {
            return source.values(exchange);
        }
        String value = body == null ? null : part.value(body);
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

    /**
     * {@code method.request.header.name}.
     *
     * @param multi for {@code method.request.multivalueheader.name}, else it is the last of several values
     */
    record RequestHeader(String name, boolean multi) implements ValueSource {
        @Override
        public @Nullable String value(Exchange exchange) {
            return RequestHeaders.read(exchange.inbound().headers(), name);
        }

        @Override
        public List<String> values(Exchange exchange) {
            if (!multi) {
                return ValueSource.super.values(exchange);
            }
            return RequestHeaders.readable(name) ? exchange.inbound().headers().getAll(name) : List.of();
        }
    }

    /**
     * {@code method.request.querystring.name}.
     *
     * @param multi for {@code method.request.multivaluequerystring.name}, else it is the last of several values
     */
    record Query(String name, boolean multi) implements ValueSource {
        @Override
        public @Nullable String value(Exchange exchange) {
            return exchange.query().last(name);
        }

        @Override
        public List<String> values(Exchange exchange) {
            return multi ? exchange.query().all(name) : ValueSource.super.values(exchange);
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

    /**
     * {@code method.request.body} and {@code integration.response.body}, or a place in it. Which of the two is
     * meant is plain from the mapping it stands in.
     *
     * @param path a JSONPath; {@code null} for the whole body
     */
    record Body(@Nullable String path) implements ValueSource {
        @Override
        public @Nullable String value(Exchange exchange) {
            throw new IllegalStateException("a body is read by its reader, which parses it once");
        }

        @Nullable
        String value(BodyReader body) {
            return path == null ? body.whole() : body.find(path);
        }
    }

    /**
     * {@code integration.response.header.name}.
     *
     * @param multi for {@code integration.response.multivalueheader.name}, else it is the last of several values
     */
    record ResponseHeader(String name, boolean multi) implements ValueSource {
        @Override
        public @Nullable String value(Exchange exchange) {
            List<String> all = exchange.backendAnswer().headers().getAll(name);
            return all.isEmpty() ? null : all.getLast();
        }

        @Override
        public List<String> values(Exchange exchange) {
            return multi ? exchange.backendAnswer().headers().getAll(name) : ValueSource.super.values(exchange);
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
