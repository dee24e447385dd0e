// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stream that gives one chunk and then fails. */
final class BrokenStream implements ReadStream<Buffer> {
    private final Context context = Objects.requireNonNull(Vertx.currentContext());
    private @Nullable Handler<Buffer> onChunk;
    private @Nullable Handler<Throwable> onFailure;
    private boolean started;

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        onChunk = handler;
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        if (!started) {
            started = true;
            context.runOnContext(now -> breakOff());
        }
        return this;
    }

    private void breakOff() {
        if (onChunk != null && onFailure != null) {
            onChunk.handle(Buffer.buffer("half"));
            onFailure.handle(new IllegalStateException("broken on purpose"));
        }
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        return resume();
    }
}
