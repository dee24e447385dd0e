// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.BackendRequest;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Origin;
import io.gatehouse.data.upstream.Names.Places;
import io.netty.util.NetUtil;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One call of a backend, from looking up its name and waiting for a connection to the head of the answer. A call that a
 * kept-alive connection refused before anything was answered is repeated once on a new one, when repeating it is harmless.
 */
final class BackendCall implements Handler<AsyncResult<HttpClientRequest>> {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    /** Without a body they need no length, and some servers refuse one. */
    private static final Set<String> USUALLY_BODILESS = Set.of("GET", "HEAD", "OPTIONS", "DELETE");

    /** How many addresses of a name are tried. */
    private static final int ADDRESSES = 4;

    private final Lines lines;
    private final Exchange exchange;
    private final int timeoutMillis;
    private final Promise<BackendAnswer> answer;
    private @Nullable HttpClientRequest request;
    private @Nullable Places places;
    private String address = "";
    private int port;
    private int tried;
    private boolean repeated;
    private boolean over;
    private long timer = -1;

    BackendCall(Lines lines, Exchange exchange, int timeoutMillis) {
        this.lines = lines;
        this.exchange = exchange;
        this.timeoutMillis = timeoutMillis;
        this.answer = Promise.promise();
    }

    Future<BackendAnswer> send() {
        exchange.cancellation(this::cancel);
        timer = lines.vertx().setTimer(timeoutMillis, fired -> {
            fail(late());
            cancel();
        });
        locate();
        return answer.future();
    }

    private FaultException late() {
        return FaultException.because(
                FaultKind.INTEGRATION_TIMEOUT,
                "Execution failed due to a timeout error: no answer from "
                        + exchange.backendRequest().origin().authority() + " within " + timeoutMillis + " ms");
    }

    private void locate() {
        Origin origin = exchange.backendRequest().origin();
        SocketAddress elsewhere = lines.overrides().addressOf(origin);
        String host = elsewhere == null ? origin.host() : elsewhere.host();
        port = elsewhere == null ? origin.port() : elsewhere.port();
        if (NetUtil.createByteArrayFromIpAddressString(host) != null) {
            address = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            connect();
            return;
        }
        Places known = lines.names().known(host);
        if (known != null) {
            connect(known);
            return;
        }
        Context context = lines.vertx().getOrCreateContext();
        lines.names()
                .ask(host)
                .onComplete(found -> context.runOnContext(back -> {
                    if (over) {
                        return;
                    }
                    if (found.succeeded()) {
                        connect(found.result());
                    } else {
                        fail(networkFailure(new UnknownHostException("the name " + host + " cannot be resolved")));
                    }
                }));
    }

    private void connect(Places found) {
        places = found;
        address = found.current();
        connect();
    }

    private void connect() {
        BackendRequest wanted = exchange.backendRequest();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(wanted.verb()))
                .setHost(wanted.origin().host())
                .setPort(wanted.origin().port())
                .setServer(SocketAddress.inetSocketAddress(port, address))
                .setConnectTimeout(timeoutMillis)
                .setSsl(wanted.origin().tls())
                .setURI(wanted.requestUri());
        tried++;
        try {
            (repeated ? lines.fresh() : lines.kept()).request(options).onComplete(this);
        } catch (IllegalStateException closed) {
            // The program is stopping, and its connections are closed already.
            fail(networkFailure(closed));
        }
    }

    /** A connection is ready, or cannot be had. */
    @Override
    public void handle(AsyncResult<HttpClientRequest> connected) {
        if (connected.failed()) {
            unconnected(connected.cause());
            return;
        }
        HttpClientRequest ready = connected.result();
        if (over) {
            ready.reset();
            return;
        }
        request = ready;
        // The answer's future fails as well; without a handler each client that leaves would be an error in the log.
        ready.exceptionHandler(told -> {});
        exchange.timing().connect();
        try {
            ready.response().onComplete(this::answered);
            write(ready);
        } catch (IllegalArgumentException impossibleHeader) {
            fail(FaultException.because(
                    FaultKind.API_CONFIGURATION_ERROR,
                    "Execution failed due to configuration error: " + impossibleHeader.getMessage()));
            cancel();
        }
    }

    /** Nothing was sent yet, so that another address of the same name can be tried whatever the call is. */
    private void unconnected(Throwable cause) {
        Places known = places;
        boolean unreachable = cause instanceof ConnectException || cause instanceof NoRouteToHostException;
        if (known != null && unreachable) {
            known.leave(address);
            if (!over && tried < Math.min(ADDRESSES, known.size())) {
                address = known.current();
                connect();
                return;
            }
        }
        fail(cause instanceof TimeoutException ? late() : networkFailure(cause));
    }

    private void write(HttpClientRequest ready) {
        BackendRequest wanted = exchange.backendRequest();
        MultiMap headers = ready.headers();
        headers.addAll(wanted.headers());
        Buffer body = wanted.body();
        if (body != null) {
            if (body.length() > 0 || !USUALLY_BODILESS.contains(wanted.verb())) {
                headers.set("Content-Length", Integer.toString(body.length()));
            }
            ready.end(body);
        } else if (exchange.inbound().mayHaveBody()) {
            stream(ready, headers);
        } else {
            ready.end();
        }
    }

    private void stream(HttpClientRequest ready, MultiMap headers) {
        String length = exchange.inbound().headers().get("Content-Length");
        if (length == null) {
            ready.setChunked(true);
        } else {
            headers.set("Content-Length", length);
        }
        // The client's failure must not look like the end of its body: the backend would act on half of it.
        exchange.inbound().body().pipe().endOnFailure(false).to(ready).onFailure(cause -> {
            if (cause instanceof FaultException) {
                fail(cause);
                ready.reset();
            }
        });
    }

    private void answered(AsyncResult<HttpClientResponse> result) {
        if (result.succeeded()) {
            HttpClientResponse response = result.result();
            String impossible = AnswerCheck.problem(response);
            if (impossible != null) {
                fail(networkFailure(new IOException(impossible)));
                response.request().reset();
                return;
            }
            response.pause();
            if (settle()) {
                answer.complete(BackendAnswer.streaming(response.statusCode(), response.headers(), response));
            }
        } else if (mayRepeat(result.cause())) {
            repeated = true;
            request = null;
            connect();
        } else {
            fail(networkFailure(result.cause()));
        }
    }

    private boolean mayRepeat(Throwable cause) {
        BackendRequest wanted = exchange.backendRequest();
        boolean unanswered = cause instanceof HttpClosedException || cause instanceof IOException;
        boolean bodyAtHand = wanted.body() != null || !exchange.inbound().mayHaveBody();
        return unanswered && bodyAtHand && !repeated && !over && IDEMPOTENT.contains(wanted.verb());
    }

    private static Throwable networkFailure(Throwable cause) {
        if (cause instanceof FaultException) {
            return cause;
        }
        return FaultException.because(
                FaultKind.INTEGRATION_FAILURE,
                "Execution failed due to a network error communicating with endpoint: " + cause.getMessage());
    }

    private void fail(Throwable cause) {
        if (settle()) {
            answer.fail(cause);
        }
    }

    /** True once: the call has its outcome. */
    private boolean settle() {
        if (over) {
            return false;
        }
        over = true;
        lines.vertx().cancelTimer(timer);
        return true;
    }

    private void cancel() {
        settle();
        HttpClientRequest started = request;
        if (started != null) {
            started.reset();
        }
    }
}
