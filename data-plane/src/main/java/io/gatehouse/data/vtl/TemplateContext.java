// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code $context} of one exchange: facts that the gateway knows, which templates can only read, and what templates set, which
 * is handed on from the request's template to the response's. Not thread-safe: one exchange, one thread at a time.
 *
 * <p>Source: developer guide, "Use a mapping template to override an API's request and response parameters and status
 * codes". A second override of the same parameter within one template fails, as documented there.
 */
public final class TemplateContext {
    private static final String REQUEST_OVERRIDE = "requestOverride";
    private static final String RESPONSE_OVERRIDE = "responseOverride";

    private final Map<String, ?> facts;
    private final Overrides request =
            new Overrides(REQUEST_OVERRIDE, List.of("header", "path", "querystring"), List.of());
    private final Overrides response = new Overrides(RESPONSE_OVERRIDE, List.of("header"), List.of("status"));
    private final Map<String, Object> custom = new LinkedHashMap<>(4);

    /**
     * Begins an exchange.
     *
     * @param facts members of {@code $context} by name ({@code requestId}, {@code identity} as a nested map, ...); may be
     *     a view that computes its values when they are asked for; a missing one prints as nothing
     */
    public TemplateContext(Map<String, ?> facts) {
        this.facts = facts;
    }

    /** {@code $context.requestOverride.header}: values by header name, more than one where the template set a list. */
    public Map<String, List<String>> requestHeaders() {
        return texts(request.group("header"));
    }

    /** {@code $context.requestOverride.querystring}, like {@link #requestHeaders()}. */
    public Map<String, List<String>> requestQuerystring() {
        return texts(request.group("querystring"));
    }

    /** {@code $context.requestOverride.path}: the text of each path parameter that was set. */
    public Map<String, String> requestPath() {
        Map<String, String> path = new LinkedHashMap<>();
        request.group("path").forEach((name, value) -> path.put(name, Printer.text(value, new Budget())));
        return path;
    }

    /** {@code $context.responseOverride.header}, like {@link #requestHeaders()}. */
    public Map<String, List<String>> responseHeaders() {
        return texts(response.group("header"));
    }

    /** {@code $context.responseOverride.status} as the template wrote it; whether it is a status code is not checked here. */
    public Optional<String> responseStatus() {
        return Optional.ofNullable(response.single("status"));
    }

    /** What {@code $context.name} reads. */
    @Nullable
    Object get(String name) {
        return switch (name) {
            case REQUEST_OVERRIDE -> request;
            case RESPONSE_OVERRIDE -> response;
            default -> {
                Object own = custom.get(name);
                yield own != null ? own : ReadOnlyMap.view(facts.get(name));
            }
        };
    }

    /** True where {@code $context.name} may be set: not for what the gateway says itself. */
    boolean accepts(String name) {
        return !name.equals(REQUEST_OVERRIDE) && !name.equals(RESPONSE_OVERRIDE) && !facts.containsKey(name);
    }

    void set(String name, Object value) {
        custom.put(name, value);
    }

    /** All members, for printing and listing. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        new ReadOnlyMap(facts).forEach((name, value) -> members.put(name, value == null ? Absent.VALUE : value));
        members.putAll(custom);
        return members;
    }

    private static Map<String, List<String>> texts(Map<String, Object> overrides) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        overrides.forEach((name, value) -> texts.put(name, texts(value)));
        return texts;
    }

    private static List<String> texts(Object value) {
        Budget budget = new Budget();
        if (!(value instanceof List<?> list)) {
            return List.of(Printer.text(value, budget));
        }
        List<String> texts = new ArrayList<>(list.size());
        for (Object element : list) {
            texts.add(Printer.text(element, budget));
        }
        return texts;
    }
}
