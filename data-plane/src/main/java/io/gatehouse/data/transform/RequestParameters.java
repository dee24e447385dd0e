// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.headers.HeaderValues;
import io.gatehouse.data.headers.RequestHeaders;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An integration's compiled request parameters: headers, query and path variables of the backend's request. */
final class RequestParameters {
    private static final String PREFIX = "integration.request.";

    private record Mapped(String name, ValueSource source) {}

    private final List<Mapped> headers = new ArrayList<>();
    private final List<Mapped> query = new ArrayList<>();
    private final List<Mapped> path = new ArrayList<>();
    private @Nullable String impossibleHeader;

    private RequestParameters() {}

    /** Compiles {@code integration.request.{location}.{name}} to source expressions. */
    static RequestParameters compile(Map<String, String> parameters, Map<String, String> stageVariables) {
        RequestParameters compiled = new RequestParameters();
        ValueExpression expressions = new ValueExpression(stageVariables);
        new TreeMap<>(parameters).forEach((target, expression) -> {
            if (target.startsWith(PREFIX)) {
                compiled.add(target.substring(PREFIX.length()), expressions.parse(expression));
            }
        });
        return compiled;
    }

    private void add(String target, ValueSource source) {
        int dot = target.indexOf('.');
        if (dot < 0) {
            return;
        }
        Mapped mapped = new Mapped(target.substring(dot + 1), source);
        switch (target.substring(0, dot)) {
            case "header" -> addHeader(mapped);
            case "querystring" -> query.add(mapped);
            case "path" -> path.add(mapped);
            default -> {
                // No other location exists; putIntegration refuses them.
            }
        }
    }

    private void addHeader(Mapped mapped) {
        if (RequestHeaders.breaksFraming(mapped.name())) {
            impossibleHeader = mapped.name();
        } else if (RequestHeaders.mappable(mapped.name())) {
            headers.add(mapped);
        }
    }

    /** Whether nothing is mapped at all. */
    boolean isEmpty() {
        return headers.isEmpty() && query.isEmpty() && path.isEmpty() && impossibleHeader == null;
    }

    /** Whether a source reads the client's body. */
    boolean readsBody() {
        return List.of(headers, query, path).stream()
                .flatMap(List::stream)
                .anyMatch(mapped -> mapped.source() instanceof ValueSource.RequestBody);
    }

    /**
     * Sets the mapped headers.
     *
     * @throws FaultException when a mapping names a header that frames the message
     */
    void setHeaders(Exchange exchange, MultiMap target) {
        if (impossibleHeader != null) {
            throw FaultException.because(
                    FaultKind.API_CONFIGURATION_ERROR,
                    "Execution failed due to configuration error: the header " + impossibleHeader
                            + " cannot be mapped in an integration request");
        }
        for (Mapped mapped : headers) {
            List<String> values = mapped.source().values(exchange);
            if (!values.isEmpty()) {
                target.set(
                        mapped.name(),
                        values.stream().map(HeaderValues::oneLine).toList());
            }
        }
    }

    /** The mapped query parameters, in order of name; those without a value are left out. */
    Map<String, List<String>> query(Exchange exchange) {
        if (query.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Mapped mapped : query) {
            List<String> found = mapped.source().values(exchange);
            if (!found.isEmpty()) {
                values.put(mapped.name(), found);
            }
        }
        return values;
    }

    /** The mapped path variables, percent-encoded; what the client sent encoded stays as it was sent. */
    Map<String, String> path(Exchange exchange) {
        if (path.isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Mapped mapped : path) {
            String value = mapped.source() instanceof ValueSource.Path(String name)
                    ? exchange.pathParameters().get(name)
                    : encoded(mapped.source().value(exchange));
            if (value != null) {
                values.put(mapped.name(), value);
            }
        }
        return values;
    }

    private static @Nullable String encoded(@Nullable String value) {
        return value == null ? null : PercentEncoding.path(value);
    }
}
