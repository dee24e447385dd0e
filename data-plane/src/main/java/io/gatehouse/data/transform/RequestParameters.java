// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.headers.HeaderValues;
import io.gatehouse.data.headers.RequestHeaders;
import io.gatehouse.data.pipeline.BackendRequest;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.pipeline.Workers;
import io.gatehouse.data.vtl.BodyReader;
import io.gatehouse.data.vtl.TemplateFailureException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
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
    private boolean readsBody;

    private RequestParameters() {}

    /** Compiles {@code integration.request.{location}.{name}} to source expressions. */
    static RequestParameters compile(Map<String, String> parameters, Map<String, String> stageVariables) {
        RequestParameters compiled = new RequestParameters();
        ValueExpression expressions = ValueExpression.ofRequest(stageVariables);
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
        readsBody |= source instanceof ValueSource.Body;
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

    /** Whether a source reads the client's body. */
    boolean readsBody() {
        return readsBody;
    }

    /** Makes a backend's request of an exchange and what the mappings read of its body. */
    @FunctionalInterface
    interface Maker {
        BackendRequest make(Exchange exchange, @Nullable BodyReader body);
    }

    /** Has the backend's request made; away from the event loop when a mapping has to find its way in a long body. */
    Future<Void> made(Exchange exchange, Maker maker) {
        Buffer body = readsBody ? exchange.body() : null;
        if (body == null) {
            exchange.backendRequest(maker.make(exchange, null));
            return Step.DONE;
        }
        if (!Workers.worthLeaving(body.length())) {
            exchange.backendRequest(made(exchange, body, maker));
            return Step.DONE;
        }
        exchange.query();
        exchange.templateContext();
        return Workers.call(() -> made(exchange, body, maker)).map(request -> {
            exchange.backendRequest(request);
            return null;
        });
    }

    private static BackendRequest made(Exchange exchange, Buffer body, Maker maker) {
        try {
            return maker.make(exchange, new BodyReader(body.toString()));
        } catch (TemplateFailureException tooMuch) {
            throw TemplateSet.failed(true, String.valueOf(tooMuch.getMessage()));
        }
    }

    /**
     * Sets the mapped headers.
     *
     * @throws FaultException when a mapping names a header that frames the message
     */
    void setHeaders(Exchange exchange, @Nullable BodyReader body, MultiMap target) {
        if (impossibleHeader != null) {
            throw FaultException.because(
                    FaultKind.API_CONFIGURATION_ERROR,
                    "Execution failed due to configuration error: the header " + impossibleHeader
                            + " cannot be mapped in an integration request");
        }
        for (Mapped mapped : headers) {
            List<String> values = ValueSource.values(mapped.source(), exchange, body);
            if (!values.isEmpty()) {
                target.set(
                        mapped.name(),
                        values.stream().map(HeaderValues::oneLine).toList());
            }
        }
    }

    /** The mapped query parameters, in order of name; those without a value are left out. */
    Map<String, List<String>> query(Exchange exchange, @Nullable BodyReader body) {
        if (query.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Mapped mapped : query) {
            List<String> found = ValueSource.values(mapped.source(), exchange, body);
            if (!found.isEmpty()) {
                values.put(mapped.name(), found);
            }
        }
        return values;
    }

    /** The mapped path variables, percent-encoded; what the client sent encoded stays as it was sent. */
    Map<String, String> path(Exchange exchange, @Nullable BodyReader body) {
        if (path.isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Mapped mapped : path) {
            String value = mapped.source() instanceof ValueSource.Path(String name)
                    ? exchange.pathParameters().get(name)
                    : encoded(ValueSource.values(mapped.source(), exchange, body));
            if (value != null) {
                values.put(mapped.name(), value);
            }
        }
        return values;
    }

    private static @Nullable String encoded(List<String> values) {
        return values.isEmpty() ? null : PercentEncoding.path(values.getLast());
    }
}
