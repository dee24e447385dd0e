// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import io.gatehouse.contract.rest.AccessLogVariables;
import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.contract.served.AuthorizationSpec;
import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.observe.LogLine;
import io.gatehouse.data.observe.LogVariable;
import io.gatehouse.data.observe.LogVariables;
import io.gatehouse.data.pipeline.Caller;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.respond.FaultReport;
import io.gatehouse.data.vtl.TemplateContext;
import io.gatehouse.data.vtl.TemplateFailureException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $context} of access logs of REST APIs (developer guide, "API Gateway mapping template and access logging variable
 * reference"). Most are read without making the tree of variables that templates read.
 */
public final class RestLogVariables implements LogVariables {
    private static final int OK = 200;

    private final RequestTimes times = new RequestTimes();

    /** A variable whose value is text, or not there. */
    @FunctionalInterface
    private interface Text extends Function<Exchange, @Nullable String> {}

    @Override
    public LogVariable named(String name) {
        String group = AccessLogVariables.groupOf(name);
        int dot = name.indexOf('.');
        if (group != null && !AccessLogVariables.isName(name)) {
            return named(group, name.substring(group.length()));
        }
        return switch (dot < 0 ? "" : name.substring(0, dot)) {
            case "" -> ofRequest(name);
            case "identity" -> ofIdentity(name.substring(dot + 1));
            case "error" -> ofError(name.substring(dot + 1));
            case "integration" -> ofIntegration(name.substring(dot + 1));
            case "authenticate", "authorize" -> ofAuthentication(name.substring(dot + 1));
            case "responseOverride" -> text(exchange -> override(exchange, TemplateContext::responseStatus));
            default -> inTree(name);
        };
    }

    private LogVariable ofRequest(String name) {
        return switch (name) {
            case "accountId" -> text(exchange -> api(exchange).accountId());
            case "apiId" -> text(exchange -> api(exchange).apiId());
            case "deploymentId" -> text(exchange -> api(exchange).deploymentId());
            case "domainName" -> text(RestLogVariables::domain);
            case "domainPrefix" -> text(exchange -> prefix(domain(exchange)));
            case "extendedRequestId" -> text(exchange -> exchange.ids().extendedRequestId());
            case "httpMethod" -> text(exchange -> exchange.inbound().verb());
            case "isCanaryRequest" -> text(exchange -> string(api(exchange).canary()));
            case "path" -> text(RestLogVariables::path);
            // AWS names the protocol it speaks to backends, whatever the client speaks.
            case "protocol" -> text(exchange -> "HTTP/1.1");
            case "requestId" -> text(exchange -> exchange.ids().requestId());
            case "requestTime" -> text(exchange -> times.format(exchange.receivedAt()));
            case "requestTimeEpoch" -> (exchange, line) -> line.number(exchange.receivedAt());
            case "resourceId" -> text(exchange -> exchange.plan().route().id());
            case "resourcePath" -> text(exchange -> exchange.plan().route().template());
            case "responseLatency" ->
                (exchange, line) -> line.number(Math.max(0, exchange.endedAt() - exchange.receivedAt()));
            case "responseLength" ->
                (exchange, line) -> line.number(exchange.outbound().bytesWritten());
            case "stage" -> text(exchange -> api(exchange).stage());
            case "status" -> RestLogVariables::status;
            case "xrayTraceId" -> text(exchange -> root(exchange.ids().trace()));
            case "integrationErrorMessage" -> ofIntegration("error");
            case "integrationLatency" -> ofIntegration("latency");
            case "integrationStatus" -> ofIntegration("status");
            default -> inTree(name);
        };
    }

    private static LogVariable ofIdentity(String name) {
        return switch (name) {
            case "sourceIp" -> text(exchange -> exchange.inbound().clientAddress());
            case "userAgent" -> text(exchange -> exchange.inbound().headers().get("User-Agent"));
            case "accessKey", "caller", "user" -> caller(Caller::accessKeyId);
            case "accountId" -> caller(Caller::accountId);
            case "userArn" -> caller(Caller::userArn);
            default -> inTree("identity." + name);
        };
    }

    private static LogVariable ofError(String name) {
        return switch (name) {
            case "message" -> error(FaultReport::message);
            case "messageString" ->
                (exchange, line) -> {
                    FaultReport report = FaultReport.of(exchange);
                    line.quoted(report == null ? null : report.message());
                };
            case "responseType" -> error(report -> report.kind().name());
            case "validationErrorString" -> error(FaultReport::violations);
            default -> inTree("error." + name);
        };
    }

    /** Of backends that speak HTTP. A request's id at an AWS service is not theirs to give. */
    private static LogVariable ofIntegration(String name) {
        return switch (name) {
            case "error" -> text(RestLogVariables::integrationError);
            case "latency" ->
                (exchange, line) -> {
                    long nanos = exchange.integrationNanos();
                    if (nanos < 0) {
                        line.text(null);
                    } else {
                        line.number(TimeUnit.NANOSECONDS.toMillis(nanos));
                    }
                };
            case "status", "integrationStatus" ->
                (exchange, line) -> {
                    if (exchange.integrationNanos() >= 0 && exchange.answered()) {
                        line.number(exchange.backendAnswer().status());
                    } else {
                        line.text(null);
                    }
                };
            default -> inTree("integration." + name);
        };
    }

    /** Of callers who have to sign; how long the look at a signature took is not measured. */
    private static LogVariable ofAuthentication(String name) {
        return switch (name) {
            case "status" ->
                (exchange, line) -> {
                    FaultException refused = refusedCaller(exchange);
                    if (refused != null) {
                        line.number(refused.kind().status());
                    } else if (exchange.caller() != null) {
                        line.number(OK);
                    } else {
                        line.text(null);
                    }
                };
            case "error" ->
                text(exchange -> refusedCaller(exchange) == null ? null : report(exchange, FaultReport::message));
            default -> text(exchange -> null);
        };
    }

    private static @Nullable FaultException refusedCaller(Exchange exchange) {
        if (!(exchange.plan().route().authorization() instanceof AuthorizationSpec.Signed)
                || !(exchange.failure() instanceof FaultException fault)) {
            return null;
        }
        return switch (fault.kind()) {
            case ACCESS_DENIED, EXPIRED_TOKEN, INVALID_SIGNATURE, MISSING_AUTHENTICATION_TOKEN -> fault;
            default -> null;
        };
    }

    /** A variable of a group whose members the API names. */
    private static LogVariable named(String group, String member) {
        return switch (group) {
            case "requestOverride.header." -> override(TemplateContext::requestHeaders, member);
            case "requestOverride.querystring." -> override(TemplateContext::requestQuerystring, member);
            case "requestOverride.path." ->
                text(exchange -> override(
                        exchange, set -> Optional.ofNullable(set.requestPath().get(member))));
            case "responseOverride.header." -> override(TemplateContext::responseHeaders, member);
            default -> inTree(group + member);
        };
    }

    private static LogVariable override(Function<TemplateContext, Map<String, List<String>>> set, String name) {
        return text(exchange -> override(
                exchange,
                templates ->
                        Optional.ofNullable(set.apply(templates).get(name)).map(values -> String.join(",", values))));
    }

    /** A template that still runs for a client that has left may be setting values at this moment. */
    private static @Nullable String override(Exchange exchange, Function<TemplateContext, Optional<String>> read) {
        TemplateContext set = exchange.abandoned() ? null : exchange.templatesSoFar();
        try {
            return set == null ? null : read.apply(set).orElse(null);
        } catch (TemplateFailureException tooMuch) {
            return null;
        }
    }

    /** What the tree of variables has under this name; nothing where this release has no such thing. */
    private static LogVariable inTree(String name) {
        String[] path = name.split("\\.");
        return text(exchange -> {
            Object value = exchange.context();
            for (String member : path) {
                value = value instanceof Map<?, ?> names ? names.get(member) : null;
            }
            return value == null || value instanceof Map ? null : value.toString();
        });
    }

    private static LogVariable text(Text value) {
        return (exchange, line) -> line.text(value.apply(exchange));
    }

    private static LogVariable caller(Function<Caller, String> value) {
        return text(exchange -> {
            Caller caller = exchange.caller();
            return caller == null ? null : value.apply(caller);
        });
    }

    private static LogVariable error(Function<FaultReport, @Nullable String> value) {
        return text(exchange -> report(exchange, value));
    }

    private static @Nullable String report(Exchange exchange, Function<FaultReport, @Nullable String> value) {
        FaultReport report = FaultReport.of(exchange);
        return report == null ? null : value.apply(report);
    }

    private static @Nullable String integrationError(Exchange exchange) {
        return exchange.failure() instanceof FaultException fault
                        && (fault.kind() == FaultKind.INTEGRATION_FAILURE
                                || fault.kind() == FaultKind.INTEGRATION_TIMEOUT)
                ? fault.logReason()
                : null;
    }

    /** A client that has left before the head of its answer has been given no status. */
    private static void status(Exchange exchange, LogLine line) {
        if (exchange.abandoned() && !exchange.outbound().headSent()) {
            line.text(null);
        } else {
            line.number(exchange.outbound().status());
        }
    }

    private static ApiIdentity api(Exchange exchange) {
        return exchange.plan().api().identity();
    }

    private static String domain(Exchange exchange) {
        ApiIdentity api = api(exchange);
        return api.apiId().isEmpty() ? exchange.inbound().host() : RestContextVariables.domain(api, exchange.inbound());
    }

    private static String prefix(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? domain : domain.substring(0, dot);
    }

    private static String path(Exchange exchange) {
        ApiIdentity api = api(exchange);
        return api.apiId().isEmpty()
                ? exchange.inbound().rawRequestPath()
                : RestContextVariables.path(api, exchange.inbound());
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The root of a trace header, which other fields may stand before and after. */
    private static @Nullable String root(String trace) {
        int start = trace.indexOf("Root=");
        if (start < 0) {
            return null;
        }
        int end = trace.indexOf(';', start);
        return trace.substring(start + "Root=".length(), end < 0 ? trace.length() : end);
    }
}
