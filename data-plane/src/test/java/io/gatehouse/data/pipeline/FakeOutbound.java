// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Keeps the answer instead of sending it. */
public final class FakeOutbound implements Outbound {
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private int status = 200;
    private boolean sent;
    private boolean reset;
    private boolean gone;
    private String body = "";

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
        return sent;
    }

    /** Pretends that the head has left. */
    public void sendHead() {
        sent = true;
    }

    @Override
    public Future<Void> send(Buffer whole) {
        sent = true;
        body = whole.toString();
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> stream(ReadStream<Buffer> stream) {
        throw new UnsupportedOperationException("nothing streams here");
    }

    @Override
    public boolean gone() {
        return gone;
    }

    /** Pretends that the client has gone. */
    public void leave() {
        gone = true;
    }

    @Override
    public long bytesWritten() {
        return body.length();
    }

    @Override
    public void reset() {
        reset = true;
    }

    public boolean wasReset() {
        return reset;
    }

    public String body() {
        return body;
    }
}
