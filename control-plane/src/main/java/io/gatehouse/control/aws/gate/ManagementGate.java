// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.contract.sigv4.CredentialScope;
import io.gatehouse.contract.sigv4.PayloadHash;
import io.gatehouse.contract.sigv4.SignedRequest;
import io.gatehouse.contract.sigv4.Verdict;
import io.gatehouse.control.aws.Caller;
import io.gatehouse.control.aws.error.AuthenticationException;
import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.aws.operation.Operation;
import io.gatehouse.control.aws.operation.OperationTable;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every call of the management API. It establishes the caller from the signature, reads the body, and finds
 * the operation; only then does the call go on to JAX-RS. An unsigned call is refused wherever it comes from, so that no
 * web page can reach the API by accident; for the same reason no answer carries a CORS header. Paths below
 * {@value #OWN_PATHS} are not the management API and pass untouched.
 */
@Singleton
public final class ManagementGate {

    /** Where among Vert.x' filters the gate stands; a higher priority runs before it. The engine does. */
    public static final int PRIORITY = 1_000;

    /** The longest body that is taken, in bytes. */
    static final int MAX_BODY = 10 * 1024 * 1024;

    /** What is no call of the AWS API, and so carries no signature. */
    private static final List<String> OWN_PATHS = List.of("/_gatehouse/", "/_localstack/");

    private static final Logger LOG = Logger.getLogger(ManagementGate.class);

    private final SignatureCheck signatures;
    private final OperationTable operations;
    private final CallIds ids;
    private final BodyPatience patience;

    ManagementGate(SignatureCheck signatures, OperationTable operations, CallIds ids, BodyPatience patience) {
        this.signatures = signatures;
        this.operations = operations;
        this.ids = ids;
        this.patience = patience;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, PRIORITY);
    }

    /** What fails between the gate and JAX-RS, or finds no method there, is answered here. */
    void register(@Observes Router router) {
        router.route().order(-PRIORITY).failureHandler(this::failed);
        router.route().order(Integer.MAX_VALUE - 1).handler(this::nobodyAnswered);
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean own = OWN_PATHS.stream().anyMatch(rawPath(request)::startsWith);
        CallIds.CallId id = ids.next();
        if (!own) {
            AnswerHeaders.put(request.response(), id);
            context.addHeadersEndHandler(sent -> AnswerHeaders.plainJson(request.response()));
        }
        List<SignedRequest.Header> headers = headers(request);
        try {
            RequestLine.check(request.uri());
            if (own) {
                context.next();
                return;
            }
            requireClaim(headers, request.query());
        } catch (AwsException refusal) {
            // Nothing is read of a call that goes nowhere; what it sends on is dropped.
            request.resume();
            answer(context, refusal);
            return;
        }
        BodyCollector.collect(request, MAX_BODY, context.vertx(), patience.withoutProgress())
                .onSuccess(body -> admit(context, headers, body, id.requestId()))
                .onFailure(context::fail);
    }

    private static void requireClaim(List<SignedRequest.Header> headers, @Nullable String query) {
        if (CredentialScope.parse(headers, query) instanceof Verdict.Refused refused) {
            throw AuthenticationException.of(refused.kind().code(), refused.message());
        }
    }

    private void admit(RoutingContext context, List<SignedRequest.Header> headers, Buffer body, String requestId) {
        try {
            HttpServerRequest request = context.request();
            String path = rawPath(request);
            SignedRequest signed = new SignedRequest(
                    request.method().name(), path, request.query(), headers, PayloadHash.of(body.getBytes()));
            Caller caller = signatures.callerOf(signed);
            Operation operation = operations
                    .find(request.method().name(), path, request.query())
                    .orElseThrow(AuthenticationException::missingToken);
            new Call(caller, operation, requestId).attachTo(context);
            ((RoutingContextInternal) context).setBody(body);
            negotiate(request.headers(), operation);
        } catch (RuntimeException refusal) {
            context.fail(refusal);
            return;
        }
        context.next();
    }

    /** SDKs say what they send and want in several ways, and none of them changes the answer but an export's. */
    private static void negotiate(MultiMap headers, Operation operation) {
        headers.remove("Expect");
        if (!operation.name().equals("GetExport")) {
            headers.set("Accept", ErrorAnswer.CONTENT_TYPE);
        }
        headers.set("Content-Type", ErrorAnswer.CONTENT_TYPE);
    }

    private void nobodyAnswered(RoutingContext context) {
        context.fail(404);
    }

    private void failed(RoutingContext context) {
        Throwable failure = context.failure();
        Call call = Call.of(context);
        if (failure instanceof AwsException refusal) {
            answer(context, refusal);
        } else if (context.statusCode() >= 400 && context.statusCode() < 500) {
            answer(context, Refusals.ofStatus(context.statusCode(), call == null ? null : call.operation()));
        } else {
            LOG.errorf(failure, "request %s failed", call == null ? "" : call.requestId());
            answer(context, ErrorAnswer.internal());
        }
    }

    private void answer(RoutingContext context, AwsException refusal) {
        answer(context, ErrorAnswer.of(refusal));
    }

    private void answer(RoutingContext context, ErrorAnswer error) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        AnswerHeaders.putMissing(context.response(), ids);
        context.response()
                .setStatusCode(error.status())
                .putHeader(ErrorAnswer.TYPE_HEADER, error.code())
                .putHeader("Content-Type", ErrorAnswer.CONTENT_TYPE)
                .end(error.body());
    }

    private static List<SignedRequest.Header> headers(HttpServerRequest request) {
        List<SignedRequest.Header> headers = new ArrayList<>();
        request.headers().forEach((name, value) -> headers.add(new SignedRequest.Header(name, value)));
        if (!request.headers().contains("Host") && request.authority() != null) {
            headers.add(
                    new SignedRequest.Header(":authority", request.authority().toString()));
        }
        return headers;
    }

    /** The path as received: Vert.x' own is the same but for the absolute form of the request line. */
    private static String rawPath(HttpServerRequest request) {
        @Nullable String path = request.path();
        return path == null || path.isEmpty() ? "/" : path;
    }
}
