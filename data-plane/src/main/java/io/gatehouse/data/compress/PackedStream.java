// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose pieces are packed as they pass. Each piece gives one piece, so that pausing and fetching mean the
 * same for both streams; the end gives one more. The packer, whose memory nobody else would free, is made for the first
 * piece and closed when the stream is over or nobody listens any more.
 */
final class PackedStream implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final Supplier<Packer> packers;
    private @Nullable Packer packer;
    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Void> endHandler;
    private @Nullable Handler<Throwable> failureHandler;
    private boolean closed;

    PackedStream(ReadStream<Buffer> source, Supplier<Packer> packers) {
        this.source = source;
        this.packers = packers;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> told) {
        handler = told;
        source.handler(told == null ? null : this::take);
        source.endHandler(told == null ? null : this::end);
        if (told == null) {
            close();
        }
        return this;
    }

    private void take(Buffer piece) {
        Handler<Buffer> told = handler;
        Buffer packed = told == null ? null : packed(piece, false);
        if (told != null && packed != null) {
            told.handle(packed);
        }
    }

    private void end(Void end) {
        Handler<Buffer> told = handler;
        Buffer last = told == null ? null : packed(Buffer.buffer(), true);
        if (told == null || last == null) {
            return;
        }
        close();
        told.handle(last);
        Handler<Void> over = endHandler;
        if (over != null) {
            over.handle(end);
        }
    }

    /** {@code null} when nothing can be packed any more. */
    private @Nullable Buffer packed(Buffer piece, boolean last) {
        if (closed) {
            return null;
        }
        try {
            Packer ready = packer == null ? packers.get() : packer;
            packer = ready;
            return ready.pack(piece, last);
        } catch (RuntimeException | LinkageError broken) {
            fail(broken);
            return null;
        }
    }

    private void fail(Throwable failure) {
        close();
        Handler<Throwable> told = failureHandler;
        if (told != null) {
            told.handle(failure);
        }
    }

    private void close() {
        closed = true;
        Packer used = packer;
        packer = null;
        if (used != null) {
            used.close();
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> told) {
        failureHandler = told;
        source.exceptionHandler(this::fail);
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
