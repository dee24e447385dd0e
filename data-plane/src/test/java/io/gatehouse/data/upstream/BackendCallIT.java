// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.integrate.BufferAnswerStep;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.BackendRequest;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Origin;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of real servers, over real connections. */
class BackendCallIT {
    private final Vertx vertx = Vertx.vertx();
    private final Names names = new Names(NameService.SYSTEM, Duration.ofSeconds(10));

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
        names.close();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private int http(Consumer<HttpServerRequest> answer) throws Exception {
        HttpServer server = vertx.createHttpServer().requestHandler(answer::accept);
        return await(server.listen(0, "127.0.0.1")).actualPort();
    }

    private int tcp(Consumer<NetSocket> connection) throws Exception {
        NetServer server = vertx.createNetServer().connectHandler(connection::accept);
        return await(server.listen(0, "127.0.0.1")).actualPort();
    }

    private VertxBackends backends(Map<String, String> overrides) {
        return new VertxBackends(vertx, names, AddressOverrides.of(overrides), BackendOptions.defaults());
    }

    private static Exchange exchange(String verb, int port, Buffer body) {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        exchange.backendRequest(new BackendRequest(
                verb,
                new Origin(false, "127.0.0.1", port),
                "/x",
                MultiMap.caseInsensitiveMultiMap().add("X-Own", "1"),
                body));
        return exchange;
    }

    private String answerOf(Exchange exchange, int timeoutMillis) throws Exception {
        VertxBackends backends = backends(Map.of());
        CompletableFuture<String> whole = new CompletableFuture<>();
        vertx.runOnContext(go -> backends.send(exchange, timeoutMillis, true)
                .compose(answer -> {
                    exchange.backendAnswer(answer);
                    return new BufferAnswerStep(1_000_000, timeoutMillis).apply(exchange);
                })
                .onSuccess(read -> {
                    BackendAnswer answer = exchange.backendAnswer();
                    whole.complete(answer.status() + " " + answer.body());
                })
                .onFailure(whole::completeExceptionally));
        return whole.get(10, TimeUnit.SECONDS);
    }

    private void refuses(Exchange exchange, int timeoutMillis, FaultKind kind) {
        assertThatThrownBy(() -> answerOf(exchange, timeoutMillis))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        FaultException.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
    }

    @Test
    void aBodyAndItsHeadersArrive() throws Exception {
        int port = http(request -> request.body()
                .onSuccess(body -> request.response()
                        .setStatusCode(201)
                        .end(request.method() + " " + request.uri() + " " + request.getHeader("X-Own") + " " + body)));

        assertThat(answerOf(exchange("POST", port, Buffer.buffer("hi")), 5_000)).isEqualTo("201 POST /x 1 hi");
    }

    @Test
    void aBackendThatSaysNothingIsATimeout() throws Exception {
        int port = http(request -> {});

        refuses(exchange("GET", port, Buffer.buffer()), 200, FaultKind.INTEGRATION_TIMEOUT);
    }

    @Test
    void nobodyListeningIsANetworkFailure() throws Exception {
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(request -> request.response().end())
                .listen(0, "127.0.0.1"));
        int port = server.actualPort();
        await(server.close());

        refuses(exchange("GET", port, Buffer.buffer()), 5_000, FaultKind.INTEGRATION_FAILURE);
    }

    @Test
    void aConnectionClosedWithoutAnAnswerIsRepeatedOnceAndOnlyWhenHarmless() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        int port = tcp(socket -> {
            connections.incrementAndGet();
            socket.handler(bytes -> socket.close());
        });

        refuses(exchange("GET", port, Buffer.buffer()), 5_000, FaultKind.INTEGRATION_FAILURE);
        assertThat(connections).hasValue(2);
        refuses(exchange("POST", port, Buffer.buffer("once")), 5_000, FaultKind.INTEGRATION_FAILURE);
        assertThat(connections).hasValue(3);
    }

    @Test
    void whatIsNoHttpIsANetworkFailure() throws Exception {
        int port = tcp(socket -> socket.handler(bytes -> socket.write("SSH-2.0-OpenSSH_9\r\n\r\n")));

        refuses(exchange("POST", port, Buffer.buffer("x")), 5_000, FaultKind.INTEGRATION_FAILURE);
    }

    @Test
    void aBodyThatBreaksOffIsANetworkFailure() throws Exception {
        int port =
                tcp(socket -> socket.handler(bytes -> socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
                        .onComplete(sent -> socket.close())));

        refuses(exchange("GET", port, Buffer.buffer()), 5_000, FaultKind.INTEGRATION_FAILURE);
    }

    @Test
    void anAnswerOverTheLimitIsAConfigurationError() throws Exception {
        int port = http(request -> request.response().end(Buffer.buffer(new byte[2_000_000])));

        refuses(exchange("GET", port, Buffer.buffer()), 5_000, FaultKind.API_CONFIGURATION_ERROR);
    }

    @Test
    void aCancelledCallClosesItsStream() throws Exception {
        CompletableFuture<String> seen = new CompletableFuture<>();
        CompletableFuture<String> closed = new CompletableFuture<>();
        int port = http(request -> {
            request.connection().closeHandler(gone -> closed.complete("closed"));
            seen.complete("seen");
        });
        Exchange exchange = exchange("GET", port, Buffer.buffer());
        VertxBackends backends = backends(Map.of());
        vertx.runOnContext(go -> backends.send(exchange, 5_000, true));
        seen.get(5, TimeUnit.SECONDS);

        vertx.runOnContext(go -> exchange.abandon());

        assertThat(closed.get(5, TimeUnit.SECONDS)).isEqualTo("closed");
    }

    @Test
    void anOverrideChangesTheAddressAndNothingElse() throws Exception {
        int port = http(request -> request.response().end(request.getHeader("Host")));
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        exchange.backendRequest(new BackendRequest(
                "GET",
                new Origin(false, "user-service", 8080),
                "/x",
                MultiMap.caseInsensitiveMultiMap(),
                Buffer.buffer()));
        VertxBackends backends = backends(Map.of("user-service:8080", "127.0.0.1:" + port));
        CompletableFuture<Integer> status = new CompletableFuture<>();
        vertx.runOnContext(go -> backends.send(exchange, 5_000, true)
                .onSuccess(answer -> status.complete(answer.status()))
                .onFailure(status::completeExceptionally));

        assertThat(status.get(5, TimeUnit.SECONDS)).isEqualTo(200);
    }
}
