// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real HTTP backend: {@code /slow} answers after a second and a half, {@code /never} not at all, anything else at once,
 * {@code /echo} with the body.
 */
final class SlowBackend implements AutoCloseable {
    /** What definitions call it; {@code resolve} says where it is. */
    static final String NAME = "backend.example:8080";

    private static final long SLOW_MILLIS = 1_500;

    final AtomicInteger called = new AtomicInteger();
    final CountDownLatch neverAsked = new CountDownLatch(1);
    final CountDownLatch neverLeft = new CountDownLatch(1);
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    SlowBackend() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    String address() {
        return "127.0.0.1:" + server.actualPort();
    }

    private void serve(HttpServerRequest request) {
        called.incrementAndGet();
        String said = request.method() + " " + request.uri();
        switch (String.valueOf(request.path())) {
            case "/slow" ->
                vertx.setTimer(SLOW_MILLIS, later -> request.response().end(said));
            case "/never" -> {
                request.connection().closeHandler(closed -> neverLeft.countDown());
                neverAsked.countDown();
            }
            case "/echo" -> request.body().onSuccess(body -> request.response().end(body));
            default -> request.body().onSuccess(body -> request.response().end(said + " " + body.length()));
        }
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
