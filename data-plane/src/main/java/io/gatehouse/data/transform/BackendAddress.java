// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URI of an HTTP integration with its placeholders. Stage variables are put in when a stage is published,
 * path variables at each request. An address that cannot be one fails each call, not the publication.
 */
final class BackendAddress {
    private static final String INVALID = "Execution failed due to configuration error: Invalid endpoint address";
    private static final Pattern STAGE_VARIABLE = Pattern.compile("\\$\\{stageVariables\\.([A-Za-z0-9_]+)}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}/?#]+)}");

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9-]{1,63}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private final @Nullable String template;
    private final @Nullable Origin origin;
    private final @Nullable String fixedRequestUri;
    /** How many of the placeholders stand in the host or the port. */
    private final int hostPlaceholders;

    private final List<String> texts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private BackendAddress(@Nullable String template) {
        this.template = template;
        int authorityEnd = template == null ? -1 : authorityEnd(template);
        Origin parsed = null;
        String rest = template;
        if (template != null && template.lastIndexOf('{', authorityEnd) < 0) {
            parsed = origin(template.substring(0, authorityEnd));
            rest = template.substring(authorityEnd);
        }
        this.origin = parsed;
        split(rest == null ? "" : rest);
        this.hostPlaceholders = parsed != null || template == null
                ? 0
                : (int) PLACEHOLDER
                        .matcher(template.substring(0, authorityEnd))
                        .results()
                        .count();
        this.fixedRequestUri = parsed != null && names.isEmpty() ? requestUri(texts.getFirst()) : null;
    }

    /**
     * @param uri as the integration names it
     * @param stageVariables a placeholder of one that is not set makes the address invalid
     */
    static BackendAddress compile(String uri, Map<String, String> stageVariables) {
        Matcher placeholders = STAGE_VARIABLE.matcher(uri);
        StringBuilder filled = new StringBuilder();
        while (placeholders.find()) {
            String value = stageVariables.get(placeholders.group(1));
            if (value == null) {
                return new BackendAddress(null);
            }
            placeholders.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        placeholders.appendTail(filled);
        String whole = filled.toString();
        boolean http = whole.startsWith("http://") || whole.startsWith("https://");
        return new BackendAddress(http ? whole : null);
    }

    private void split(String rest) {
        Matcher placeholders = PLACEHOLDER.matcher(rest);
        int from = 0;
        while (placeholders.find()) {
            texts.add(rest.substring(from, placeholders.start()));
            names.add(placeholders.group(1));
            from = placeholders.end();
        }
        texts.add(rest.substring(from));
    }

    /** Whether the address holds placeholders for path variables. */
    boolean hasPlaceholders() {
        return !names.isEmpty();
    }

    /**
     * Where a request goes.
     *
     * @param pathValues path variables by name, percent-encoded; a missing one leaves its placeholder empty
     * @throws FaultException when the address is no address
     */
    Resolved resolve(Map<String, String> pathValues) {
        if (origin != null && fixedRequestUri != null) {
            return new Resolved(origin, fixedRequestUri);
        }
        if (template == null) {
            throw invalid();
        }
        StringBuilder filled = new StringBuilder(texts.getFirst());
        for (int i = 0; i < names.size(); i++) {
            String value = pathValues.getOrDefault(names.get(i), "");
            if (i < hostPlaceholders && !fitsHost(value, texts.get(i), texts.get(i + 1))) {
                throw invalid();
            }
            filled.append(value).append(texts.get(i + 1));
        }
        if (origin != null) {
            return new Resolved(origin, requestUri(filled.toString()));
        }
        String whole = filled.toString();
        int end = authorityEnd(whole);
        Origin found = origin(whole.substring(0, end));
        if (found == null) {
            throw invalid();
        }
        return new Resolved(found, requestUri(whole.substring(end)));
    }

    /**
     * A client chooses the value, so it may fill the place that the definition gave it in the host and no more: one label,
     * the whole host or the port. Where the definition goes on in the middle of a word, as in {@code http://host{proxy}}, any
     * value would name another host.
     */
    private static boolean fitsHost(String value, String before, String after) {
        char previous = before.charAt(before.length() - 1);
        boolean atStart = before.endsWith("://");
        if (previous == ':') {
            return PORT.matcher(value).matches();
        }
        if (!atStart && previous != '.' && previous != '-') {
            return false;
        }
        boolean toEnd = after.isEmpty() || "/?#:".indexOf(after.charAt(0)) >= 0;
        return (atStart && toEnd ? HOST : LABEL).matcher(value).matches();
    }

    /** A place to send a request to. */
    record Resolved(Origin origin, String requestUri) {}

    private static FaultException invalid() {
        return FaultException.because(FaultKind.API_CONFIGURATION_ERROR, INVALID);
    }

    private static int authorityEnd(String uri) {
        int start = uri.indexOf("://") + 3;
        int end = start;
        while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static @Nullable Origin origin(String schemeAndAuthority) {
        try {
            URI uri = new URI(schemeAndAuthority);
            boolean tls = "https".equals(uri.getScheme());
            String host = uri.getHost();
            int port = uri.getPort();
            if (host == null || uri.getUserInfo() != null || port == 0 || port > 65_535) {
                return null;
            }
            String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            return new Origin(tls, bare, port < 0 ? (tls ? 443 : 80) : port);
        } catch (URISyntaxException noUri) {
            return null;
        }
    }

    private static String requestUri(String pathAndQuery) {
        int fragment = pathAndQuery.indexOf('#');
        String sent = fragment < 0 ? pathAndQuery : pathAndQuery.substring(0, fragment);
        return escapeIllegal(sent.startsWith("/") ? sent : "/" + sent);
    }

    /** Escapes what must not stand in a request line, whoever wrote it there. */
    private static String escapeIllegal(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' || c == '\\' || c == '^' || c == '`') {
                return escaped(uri);
            }
        }
        return uri;
    }

    private static String escaped(String uri) {
        StringBuilder out = new StringBuilder();
        uri.codePoints().forEach(point -> {
            String one = Character.toString(point);
            boolean illegal = point <= ' ' || point >= 0x7F || "\"<>\\^`".contains(one);
            out.append(illegal ? PercentEncoding.query(one) : one);
        });
        return out.toString();
    }
}
