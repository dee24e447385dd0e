// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.micro;

import io.gatehouse.data.pipeline.Outbound;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Takes an answer and sends it nowhere. */
final class MemoryOutbound implements Outbound {
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private int status = 200;
    private long written;

    @Override
    public void status(int code) {
        status = code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public MultiMap headers() {
        return headers;
    }

    @Override
    public boolean headSent() {
        return written > 0;
    }

    @Override
    public Future<Void> send(Buffer whole) {
        written += whole.length();
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> stream(ReadStream<Buffer> stream) {
        throw new UnsupportedOperationException("Nothing streams here");
    }

    @Override
    public boolean gone() {
        return false;
    }

    @Override
    public long bytesWritten() {
        return written;
    }

    @Override
    public void reset() {}
}
