// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.micro;

import io.gatehouse.data.pipeline.Inbound;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request without a body that no network brought. */
final class MemoryInbound implements Inbound {
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Accept", "*/*");
    private final String verb;
    private final String path;

    MemoryInbound(String verb, String path) {
        this.verb = verb;
        this.path = path;
    }

    @Override
    public String verb() {
        return verb;
    }

    @Override
    public String rawPath() {
        return path;
    }

    @Override
    public String rawRequestPath() {
        return "/prod" + path;
    }

    @Override
    public @Nullable String rawQuery() {
        return null;
    }

    @Override
    public MultiMap headers() {
        return headers;
    }

    @Override
    public String host() {
        return "abc123.execute-api.localhost";
    }

    @Override
    public String clientAddress() {
        return "203.0.113.7";
    }

    @Override
    public String peerAddress() {
        return "203.0.113.7";
    }

    @Override
    public String scheme() {
        return "http";
    }

    @Override
    public int localPort() {
        return 4580;
    }

    @Override
    public String protocol() {
        return "HTTP/1.1";
    }

    @Override
    public boolean mayHaveBody() {
        return false;
    }

    @Override
    public ReadStream<Buffer> body() {
        throw new UnsupportedOperationException("There is no body");
    }

    @Override
    public Future<Buffer> bufferedBody(int limit) {
        return Future.succeededFuture(Buffer.buffer());
    }
}
