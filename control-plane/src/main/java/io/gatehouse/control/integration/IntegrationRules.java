// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.aws.error.BadRequestException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What an integration may be, beyond the types of its members, in the order in which AWS looks at it. Source: developer
 * guide, "Integrations for REST APIs in API Gateway", and the quotas of the same guide.
 */
final class IntegrationRules {
    static final int DEFAULT_TIMEOUT_MILLIS = 29_000;
    private static final int MIN_TIMEOUT_MILLIS = 50;

    /** What an account can raise its quota to; the default quota of 29 seconds is AWS's and is not enforced here. */
    private static final int MAX_TIMEOUT_MILLIS = 300_000;

    private static final Set<String> PASSTHROUGH = Set.of("WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER");
    private static final Set<String> VERBS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY");

    private static final Pattern STAGE_VARIABLE = Pattern.compile("\\$\\{stageVariables\\.\\w+}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}/]+}");
    private static final Pattern AWS_URI =
            Pattern.compile("arn:[^:]+:apigateway:[^:]*:([^:]+):(path|action)/.+", Pattern.DOTALL);
    private static final Pattern LAMBDA = Pattern.compile(
            "arn:[^:]+:apigateway:[^:]*:lambda:path/2015-03-31/functions/(arn:[^:]+:lambda:.+:function:.+|STAGE.*)"
                    + "/invocations");
    private static final Pattern FIREHOSE =
            Pattern.compile("arn:[^:]+:apigateway:[^:]*:firehose:action/PutRecord(Batch)?");

    private IntegrationRules() {}

    /**
     * Refuses a request that cannot be an integration.
     *
     * @param declared the parameters that the method declares
     */
    static void check(PutIntegration request, Set<String> declared) {
        IntegrationType type = IntegrationType.valueOf(request.type());
        if (type.callsBackend()) {
            checkVerb(request.httpMethod());
            checkUri(type, request.uri());
        }
        checkConnection(type, request);
        checkTimeout(request.timeoutInMillis());
        checkPassthrough(request.passthroughBehavior());
        MappingRules.checkRequest(request.requestParameters(), declared);
        MappingRules.checkCacheKeys(request.cacheKeyParameters(), declared, request.requestParameters());
        MappingRules.checkTemplates(request.requestTemplates());
    }

    /**
     * Refuses a response that cannot be.
     *
     * @param declared the headers that the method's response of the same status declares; absent without such a response
     */
    static void check(PutIntegrationResponse request, @Nullable Set<String> declared) {
        String pattern = request.selectionPattern();
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw BadRequestException.of("Invalid selection pattern specified");
            }
        }
        MappingRules.checkResponse(request.responseParameters(), declared);
        MappingRules.checkTemplates(request.responseTemplates());
    }

    private static void checkVerb(@Nullable String verb) {
        if (verb == null || verb.isEmpty()) {
            throw BadRequestException.of("Enumeration value for HttpMethod must be non-empty");
        }
        if (!VERBS.contains(verb)) {
            throw BadRequestException.of(
                    "Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY");
        }
    }

    private static void checkUri(IntegrationType type, @Nullable String uri) {
        if (type.http()) {
            if (uri == null || !isHttp(uri)) {
                throw BadRequestException.of("Invalid HTTP endpoint specified for URI");
            }
            return;
        }
        if (uri == null || !uri.startsWith("arn:")) {
            throw BadRequestException.of("Invalid ARN specified in the request");
        }
        String plain = STAGE_VARIABLE.matcher(uri).replaceAll("STAGE");
        if (type == IntegrationType.AWS_PROXY
                && !LAMBDA.matcher(plain).matches()
                && !FIREHOSE.matcher(plain).matches()) {
            throw BadRequestException.of("Integrations of type 'AWS_PROXY' currently only supports Lambda function and"
                    + " Firehose stream invocations.");
        }
        if (!AWS_URI.matcher(plain).matches()) {
            throw BadRequestException.of("AWS ARN for integration must contain path or action");
        }
    }

    /** Whether it will be an HTTP address once stage variables and path parameters are filled in. */
    static boolean isHttp(String uri) {
        if (STAGE_VARIABLE.matcher(uri).lookingAt()) {
            return true;
        }
        String plain =
                PLACEHOLDER.matcher(STAGE_VARIABLE.matcher(uri).replaceAll("0")).replaceAll("0");
        try {
            URI parsed = new URI(plain);
            String scheme = parsed.getScheme();
            boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
            return http
                    && parsed.getRawAuthority() != null
                    && !parsed.getRawAuthority().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void checkConnection(IntegrationType type, PutIntegration request) {
        if (!"VPC_LINK".equals(request.connectionType())) {
            return;
        }
        if (!type.http()) {
            throw BadRequestException.of("ConnectionType VPC_LINK is only supported for HTTP and HTTP_PROXY");
        }
        String link = request.connectionId();
        if (link == null || !STAGE_VARIABLE.matcher(link).matches()) {
            throw BadRequestException.invalidIdentifier("Vpc Link");
        }
    }

    private static void checkTimeout(@Nullable Integer timeout) {
        if (timeout != null && (timeout < MIN_TIMEOUT_MILLIS || timeout > MAX_TIMEOUT_MILLIS)) {
            throw invalidTimeout();
        }
    }

    static BadRequestException invalidTimeout() {
        return BadRequestException.of(
                "Timeout should be between " + MIN_TIMEOUT_MILLIS + " ms and " + MAX_TIMEOUT_MILLIS + " ms");
    }

    private static void checkPassthrough(@Nullable String behavior) {
        if (behavior != null && !PASSTHROUGH.contains(behavior)) {
            throw BadRequestException.of("Invalid passthrough behavior specified. Valid options are"
                    + " WHEN_NO_MATCH,WHEN_NO_TEMPLATES,NEVER");
        }
    }
}
