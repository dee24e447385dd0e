// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, counted: it fails once it has more bytes than the limit. Paused from the start; a client
 * that waits for leave to send its body gets it when somebody begins to read.
 */
final class RequestBody implements ReadStream<Buffer> {
    private final HttpServerRequest request;
    private final int limit;
    private boolean leaveAwaited;
    private boolean exceeded;
    private long read;
    private @Nullable Handler<Throwable> onFailure;

    /**
     * @param leaveAwaited whether the client expects {@code 100 Continue} first
     */
    RequestBody(HttpServerRequest request, int limit, boolean leaveAwaited) {
        this.request = request;
        this.limit = limit;
        this.leaveAwaited = leaveAwaited;
        request.pause();
    }

    /** Whether more came than the limit allows. */
    boolean exceeded() {
        return exceeded;
    }

    /** Whether the client still waits for leave to send. */
    boolean leaveAwaited() {
        return leaveAwaited;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        if (handler == null) {
            request.handler(null);
            return this;
        }
        if (leaveAwaited) {
            leaveAwaited = false;
            request.response().writeContinue();
        }
        request.handler(chunk -> take(chunk, handler));
        return this;
    }

    private void take(Buffer chunk, Handler<Buffer> handler) {
        read += chunk.length();
        if (read <= limit) {
            handler.handle(chunk);
            return;
        }
        if (!exceeded) {
            exceeded = true;
            request.pause();
            Handler<Throwable> told = onFailure;
            if (told != null) {
                told.handle(FaultException.of(FaultKind.REQUEST_TOO_LARGE));
            }
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (!exceeded) {
                                handler.handle(end);
                            }
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        request.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        if (!exceeded) {
            request.resume();
        }
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        if (!exceeded) {
            request.fetch(amount);
        }
        return this;
    }

    /** The whole body, at most {@code most} bytes of it. */
    Future<Buffer> whole(int most) {
        Promise<Buffer> promise = Promise.promise();
        Buffer whole = Buffer.buffer();
        exceptionHandler(promise::tryFail);
        endHandler(end -> promise.tryComplete(whole));
        handler(chunk -> {
            if (whole.length() + chunk.length() <= most) {
                whole.appendBuffer(chunk);
            } else if (!promise.future().isComplete()) {
                exceeded = true;
                pause();
                promise.fail(FaultException.of(FaultKind.REQUEST_TOO_LARGE));
            }
        });
        resume();
        return promise.future();
    }
}
