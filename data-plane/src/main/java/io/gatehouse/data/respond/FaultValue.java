// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import io.gatehouse.data.headers.RequestHeaders;
import io.gatehouse.data.pipeline.Exchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway response's header or variable stands for. A value that a request does not have is {@code null}: such a
 * header is left out, and in a template nothing is printed.
 */
sealed interface FaultValue {

    /** The value for one refused request. */
    @Nullable
    String of(Refusal refusal);

    /**
     * Reads a name as it stands in a header's source, or behind the dollar sign in a template.
     *
     * @return {@code null} when it is none
     */
    static @Nullable FaultValue named(String name, Map<String, String> stageVariables) {
        String rest;
        if ((rest = after(name, "context.")) != null) {
            return new Context(List.of(rest.split("\\.")));
        }
        if ((rest = after(name, "stageVariables.")) != null) {
            return new Fixed(stageVariables.get(rest));
        }
        if ((rest = after(name, "method.request.header.")) != null
                || (rest = after(name, "method.request.multivalueheader.")) != null) {
            return new Header(rest);
        }
        if ((rest = after(name, "method.request.querystring.")) != null
                || (rest = after(name, "method.request.multivaluequerystring.")) != null) {
            return new Query(rest);
        }
        return (rest = after(name, "method.request.path.")) == null ? null : new Path(rest);
    }

    private static @Nullable String after(String text, String prefix) {
        return text.startsWith(prefix) && text.length() > prefix.length() ? text.substring(prefix.length()) : null;
    }

    /** The same for every request; {@code null} for a stage variable that is not set. */
    record Fixed(@Nullable String text) implements FaultValue {
        @Override
        public @Nullable String of(Refusal refusal) {
            return text;
        }
    }

    /** A variable of {@code $context}, those of the error itself included. */
    record Context(List<String> path) implements FaultValue {
        @Override
        public @Nullable String of(Refusal refusal) {
            if (path.size() == 2 && path.getFirst().equals("error")) {
                return error(path.getLast(), refusal);
            }
            Object value = refusal.exchange().context();
            for (String name : path) {
                value = value instanceof Map<?, ?> names ? names.get(name) : null;
            }
            return value == null || value instanceof Map ? null : value.toString();
        }

        private static @Nullable String error(String name, Refusal refusal) {
            return switch (name) {
                case "message" -> refusal.message();
                case "messageString" -> quoted(refusal.message());
                case "responseType" -> refusal.kind().name();
                case "validationErrorString" -> refusal.violations();
                default -> null;
            };
        }

        private static String quoted(@Nullable String message) {
            if (message == null) {
                return "null";
            }
            StringBuilder json = new StringBuilder();
            JsonStrings.append(json, message);
            return json.toString();
        }
    }

    /** A header field of the request. */
    record Header(String name) implements FaultValue {
        @Override
        public @Nullable String of(Refusal refusal) {
            return RequestHeaders.read(refusal.exchange().inbound().headers(), name);
        }
    }

    /** A parameter of the query; the last of several. */
    record Query(String name) implements FaultValue {
        @Override
        public @Nullable String of(Refusal refusal) {
            return refusal.exchange().query().last(name);
        }
    }

    /** A variable of the path, decoded; there is none where no route has matched. */
    record Path(String name) implements FaultValue {
        @Override
        public @Nullable String of(Refusal refusal) {
            Exchange exchange = refusal.exchange();
            String raw = exchange.pathParameters().get(name);
            if (raw == null) {
                return null;
            }
            try {
                return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformedEscape) {
                return raw;
            }
        }
    }
}
