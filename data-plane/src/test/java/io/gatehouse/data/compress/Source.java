// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream whose events a test makes. */
final class Source implements ReadStream<Buffer> {
    final List<String> calls = new ArrayList<>();
    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Throwable> failureHandler;
    private @Nullable Handler<Void> endHandler;

    void send(String text) {
        if (handler != null) {
            handler.handle(Buffer.buffer(text));
        }
    }

    void end() {
        if (endHandler != null) {
            endHandler.handle(null);
        }
    }

    void fail() {
        if (failureHandler != null) {
            failureHandler.handle(new IllegalStateException("broken"));
        }
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> told) {
        handler = told;
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> told) {
        failureHandler = told;
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> told) {
        endHandler = told;
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        calls.add("pause");
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        calls.add("resume");
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        calls.add("fetch " + amount);
        return this;
    }
}
