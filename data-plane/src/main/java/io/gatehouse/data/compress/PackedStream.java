// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose pieces are packed as they pass. Each piece gives one piece, so that pausing and fetching mean the
 * same for both streams; the end gives one more.
 */
final class PackedStream implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final Packer packer;
    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Void> endHandler;
    private boolean closed;

    PackedStream(ReadStream<Buffer> source, Packer packer) {
        this.source = source;
        this.packer = packer;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> told) {
        handler = told;
        source.handler(told == null ? null : this::take);
        source.endHandler(told == null ? null : this::end);
        return this;
    }

    private void take(Buffer piece) {
        Handler<Buffer> told = handler;
        if (told != null && !closed) {
            told.handle(packer.pack(piece, false));
        }
    }

    private void end(Void end) {
        Handler<Buffer> told = handler;
        if (told != null && !closed) {
            Buffer last = packer.pack(Buffer.buffer(), true);
            close();
            told.handle(last);
        }
        Handler<Void> over = endHandler;
        if (over != null) {
            over.handle(end);
        }
    }

    private void close() {
        if (!closed) {
            closed = true;
            packer.close();
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> told) {
        source.exceptionHandler(failure -> {
            close();
            if (told != null) {
                told.handle(failure);
            }
        });
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> told) {
        endHandler = told;
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
