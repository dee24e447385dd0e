// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.headers.HeaderValues;
import io.gatehouse.data.headers.MediaTypes;
import io.gatehouse.data.headers.RequestHeaders;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.vtl.MappingTemplate;
import io.gatehouse.data.vtl.RequestParameters;
import io.gatehouse.data.vtl.TemplateContext;
import io.gatehouse.data.vtl.TemplateFailureException;
import io.gatehouse.data.vtl.TemplateScope;
import io.gatehouse.data.vtl.TemplateSyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Mapping templates by content type, compiled when a stage is published. An empty template takes the bodies of its content
 * type and leaves them as they are (developer guide, "Select a VTL mapping template").
 */
final class TemplateSet {

    /**
     * One template of the set.
     *
     * @param contentType the media type it stands under
     * @param template {@code null} when it is empty or could not be compiled
     * @param problem why it could not; empty for an empty one
     */
    record Entry(String contentType, @Nullable MappingTemplate template, String problem) {
        /** Whether bodies stay as they are. */
        boolean isEmpty() {
            return template == null && problem.isEmpty();
        }
    }

    private final Map<String, Entry> byType = new TreeMap<>();

    private TemplateSet() {}

    /** Compiles content type to template text. A template that cannot be compiled fails its calls alone. */
    static TemplateSet compile(Map<String, String> templates) {
        TemplateSet set = new TemplateSet();
        templates.forEach((type, source) -> set.byType.put(type.toLowerCase(Locale.ROOT), compile(type, source)));
        return set;
    }

    private static Entry compile(String type, String source) {
        if (source.isEmpty()) {
            return new Entry(type, null, "");
        }
        try {
            return new Entry(type, MappingTemplate.compile(source), "");
        } catch (TemplateSyntaxException unreadable) {
            return new Entry(type, null, String.valueOf(unreadable.getMessage()));
        }
    }

    boolean isEmpty() {
        return byType.isEmpty();
    }

    /** The template for a content type; {@code null} when no template takes it. */
    @Nullable
    Entry matching(String essence) {
        return byType.get(essence);
    }

    /** The template for what a client accepts: its first media type, else JSON, else the first by name. */
    @Nullable
    Entry accepted(@Nullable String essence) {
        Entry entry = essence == null ? null : byType.get(essence);
        if (entry == null) {
            entry = byType.get(MediaTypes.JSON);
        }
        if (entry == null && !byType.isEmpty()) {
            entry = byType.values().iterator().next();
        }
        return entry;
    }

    /**
     * All that rendering an entry needs of an exchange, so that it can be done on another thread; {@code null} when there
     * is nothing to render.
     */
    static @Nullable Rendering rendering(@Nullable Entry entry, Exchange exchange, boolean ofRequest) {
        if (entry == null || entry.isEmpty()) {
            return null;
        }
        return new Rendering(
                entry,
                parameters(exchange),
                exchange.templateContext(),
                exchange.plan().api().variables(),
                ofRequest);
    }

    /**
     * One template about to be rendered for one exchange.
     *
     * @param ofRequest whether the client's body is rendered, else the backend's
     */
    record Rendering(
            Entry entry,
            RequestParameters parameters,
            TemplateContext context,
            Map<String, String> variables,
            boolean ofRequest) {

        /**
         * Renders the template over a body.
         *
         * @throws FaultException when it cannot be rendered: the client's mistake if its body is not the JSON that a
         *     request template reads, else the definition's
         */
        String over(String body) {
            MappingTemplate template = entry.template();
            if (template == null) {
                throw failed(ofRequest, entry.problem());
            }
            try {
                return template.render(new TemplateScope(body, parameters, context, variables));
            } catch (TemplateFailureException failure) {
                if (ofRequest && failure.reason() == TemplateFailureException.Reason.BODY_NOT_JSON) {
                    throw FaultException.of(FaultKind.BAD_REQUEST_BODY, "Could not parse request body into json");
                }
                throw failed(ofRequest, String.valueOf(failure.getMessage()));
            }
        }
    }

    static FaultException failed(boolean ofRequest, String problem) {
        return FaultException.because(
                FaultKind.API_CONFIGURATION_ERROR,
                "Execution failed due to configuration error: Unable to transform "
                        + (ofRequest ? "request" : "response") + ". " + problem);
    }

    /** Refuses a header that a template sets under what is no name: clients may have a say in it. */
    static void requireName(boolean ofRequest, String header) {
        if (!HeaderValues.isName(header)) {
            throw failed(ofRequest, "The template sets a header whose name is none");
        }
    }

    private static RequestParameters parameters(Exchange exchange) {
        Map<String, String> path = new LinkedHashMap<>();
        exchange.pathParameters().forEach((name, raw) -> path.put(name, PercentEncoding.decode(raw)));
        Map<String, String> query = new LinkedHashMap<>();
        exchange.query().asMap().forEach((name, values) -> query.put(name, values.getLast()));
        Map<String, String> header = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : exchange.inbound().headers()) {
            if (RequestHeaders.readable(field.getKey())) {
                header.put(field.getKey(), field.getValue());
            }
        }
        return new RequestParameters(path, query, header);
    }
}
