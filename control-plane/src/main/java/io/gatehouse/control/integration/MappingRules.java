// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.aws.error.BadRequestException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may stand on either side of a parameter mapping, and which content types a template may be for. Source: developer
 * guide, "Parameter mapping source examples for REST APIs in API Gateway".
 */
public final class MappingRules {
    private static final String LOCATION = "(path|querystring|multivaluequerystring|header|multivalueheader)";
    private static final Pattern INTEGRATION_REQUEST =
            Pattern.compile("integration\\.request\\.(path|querystring|header)\\..+");
    private static final Pattern METHOD_REQUEST = Pattern.compile("method\\.request\\." + LOCATION + "\\..+");
    private static final Pattern METHOD_BODY = Pattern.compile("method\\.request\\.body(\\..+|\\[.+)?");
    private static final Pattern METHOD_RESPONSE = Pattern.compile("method\\.response\\.header\\..+");
    private static final Pattern INTEGRATION_RESPONSE =
            Pattern.compile("integration\\.response\\.((multivalue)?header\\..+|body(\\..+|\\[.+)?)");
    private static final Pattern ELSEWHERE = Pattern.compile("context\\..+|stageVariables\\..+|'.*'", Pattern.DOTALL);
    private static final Pattern CONTENT_TYPE = Pattern.compile("[^/\\s]+/[^\\s]+|\\$default");
    private static final Pattern MULTI_VALUE = Pattern.compile("\\.multivalue(header|querystring)\\.");

    private MappingRules() {}

    /** Checks the names under which a method declares what it takes. */
    public static void checkMethodRequest(@Nullable Map<String, Boolean> parameters) {
        checkNames(METHOD_REQUEST, parameters);
    }

    /** Checks the names under which a method response declares its headers. */
    public static void checkMethodResponse(@Nullable Map<String, Boolean> parameters) {
        checkNames(METHOD_RESPONSE, parameters);
    }

    /**
     * Checks an integration's request parameters.
     *
     * @param declared what the method declares; nothing else of its parameters can be mapped
     */
    static void checkRequest(@Nullable Map<String, String> parameters, Set<String> declared) {
        if (parameters == null) {
            return;
        }
        parameters.forEach((target, source) -> {
            requireParameter(INTEGRATION_REQUEST.matcher(target).matches(), target);
            if (METHOD_REQUEST.matcher(source).matches()) {
                requireParameter(declares(declared, source), source);
            } else if (!METHOD_BODY.matcher(source).matches()
                    && !ELSEWHERE.matcher(source).matches()) {
                throw refused("Invalid mapping expression specified: " + source);
            }
        });
    }

    /**
     * Checks what an integration's answers are cached by.
     *
     * @param declared what the method declares
     * @param mapped the integration's own parameters, by target
     */
    static void checkCacheKeys(
            @Nullable List<String> parameters, Set<String> declared, @Nullable Map<String, String> mapped) {
        Set<String> own = mapped == null ? Set.of() : mapped.keySet();
        if (parameters != null && !parameters.stream().allMatch(each -> isCacheKey(each, declared, own))) {
            throw BadRequestException.of("Invalid cache key parameter specified");
        }
    }

    /** Whether it is a parameter of the method or of the integration. */
    static boolean isCacheKey(String parameter, Set<String> declared, Set<String> own) {
        return declares(declared, parameter) || own.contains(parameter);
    }

    /**
     * Checks an integration response's parameters.
     *
     * @param declared the headers that the method's response of the same status declares; absent without such a response
     */
    static void checkResponse(@Nullable Map<String, String> parameters, @Nullable Set<String> declared) {
        if (parameters == null || parameters.isEmpty()) {
            return;
        }
        if (declared == null) {
            throw refused("No method response exists for method.");
        }
        parameters.forEach((target, source) -> {
            requireParameter(declared.contains(target), target);
            if (!INTEGRATION_RESPONSE.matcher(source).matches()
                    && !ELSEWHERE.matcher(source).matches()) {
                throw refused("Invalid mapping expression specified: " + source);
            }
        });
    }

    /** Checks what a map of templates is keyed by. */
    static void checkTemplates(@Nullable Map<String, String> templates) {
        if (templates == null) {
            return;
        }
        for (String contentType : templates.keySet()) {
            if (!CONTENT_TYPE.matcher(contentType).matches()) {
                throw BadRequestException.of(
                        "Validation Result: warnings : [], errors : [Invalid content type specified: " + contentType
                                + "]");
            }
        }
    }

    private static boolean declares(Set<String> declared, String source) {
        return declared.contains(source)
                || declared.contains(MULTI_VALUE.matcher(source).replaceFirst(".$1."));
    }

    private static void checkNames(Pattern allowed, @Nullable Map<String, Boolean> parameters) {
        if (parameters != null) {
            parameters
                    .keySet()
                    .forEach(name -> requireParameter(allowed.matcher(name).matches(), name));
        }
    }

    private static void requireParameter(boolean known, String name) {
        if (!known) {
            throw refused("Invalid mapping expression parameter specified: " + name);
        }
    }

    private static BadRequestException refused(String error) {
        return BadRequestException.of(
                "Invalid mapping expression specified: Validation Result: warnings : [], errors : [" + error + "]");
    }
}
