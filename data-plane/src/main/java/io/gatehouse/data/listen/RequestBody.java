// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, counted: it fails once it has more bytes than the limit. Paused from the start; a client
 * that waits for leave to send its body gets it when somebody begins to read.
 */
final class RequestBody implements ReadStream<Buffer> {
    private static final long NONE = -1;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final int limit;
    private final long timeoutNanos;
    private boolean leaveAwaited;
    private boolean exceeded;
    private long read;
    private boolean wanted;
    private boolean over;
    private long progress;
    private long timer = NONE;
    private @Nullable Handler<Throwable> onFailure;
    private @Nullable Runnable onStall;

    /**
     * @param timeoutNanos how long it may make no progress while it is wanted
     * @param leaveAwaited whether the client expects {@code 100 Continue} first
     */
    RequestBody(Vertx vertx, HttpServerRequest request, int limit, long timeoutNanos, boolean leaveAwaited) {
        this.vertx = vertx;
        this.request = request;
        this.limit = limit;
        this.timeoutNanos = timeoutNanos;
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

    /** What to do when it stops coming although it is wanted. */
    void onStall(Runnable action) {
        onStall = action;
    }

    /** From now on the client is waited for; the clock stands still whenever we are the ones who do not read. */
    private void want() {
        if (wanted || over) {
            return;
        }
        wanted = true;
        progress = System.nanoTime();
        if (timer == NONE) {
            watch(timeoutNanos);
        }
    }

    private void watch(long nanos) {
        timer = vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), fired -> look());
    }

    private void look() {
        long left = wanted ? timeoutNanos - (System.nanoTime() - progress) : timeoutNanos;
        if (left > 0) {
            watch(left);
            return;
        }
        over = true;
        Runnable action = onStall;
        if (action != null) {
            action.run();
        }
    }

    /** Nothing of it is waited for any more. */
    private void stop() {
        over = true;
        if (timer != NONE) {
            vertx.cancelTimer(timer);
        }
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
        progress = System.nanoTime();
        if (read <= limit) {
            handler.handle(chunk);
            return;
        }
        if (!exceeded) {
            exceeded = true;
            stop();
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
        request.exceptionHandler(
                handler == null
                        ? null
                        : failure -> {
                            stop();
                            handler.handle(failure);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : end -> {
                            stop();
                            if (!exceeded) {
                                handler.handle(end);
                            }
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        wanted = false;
        request.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        if (!exceeded) {
            want();
            request.resume();
        }
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        if (!exceeded) {
            want();
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
                stop();
                pause();
                promise.fail(FaultException.of(FaultKind.REQUEST_TOO_LARGE));
            }
        });
        resume();
        return promise.future();
    }
}
