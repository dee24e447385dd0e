// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A stream that passes as it is, while a copy is kept of its beginning. */
final class ListenedStream implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final int most;
    private final Buffer beginning = Buffer.buffer();

    /**
     * @param most bytes to keep
     */
    ListenedStream(ReadStream<Buffer> source, int most) {
        this.source = source;
        this.most = most;
    }

    /** What has passed so far, or its beginning; grows while the stream is read. */
    Buffer beginning() {
        return beginning;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        source.handler(
                handler == null
                        ? null
                        : chunk -> {
                            int missing = most - beginning.length();
                            if (missing > 0) {
                                beginning.appendBuffer(chunk, 0, Math.min(missing, chunk.length()));
                            }
                            handler.handle(chunk);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(handler);
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
