// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A client's request that no network brought. */
public final class FakeInbound implements Inbound {
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private String verb = "GET";
    private String path = "/";
    private @Nullable String query;
    private Buffer body = Buffer.buffer();

    public static FakeInbound get(String pathAndQuery) {
        return request("GET", pathAndQuery);
    }

    public static FakeInbound request(String verb, String pathAndQuery) {
        FakeInbound inbound = new FakeInbound();
        inbound.verb = verb;
        int mark = pathAndQuery.indexOf('?');
        inbound.path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        inbound.query = mark < 0 ? null : pathAndQuery.substring(mark + 1);
        return inbound;
    }

    public FakeInbound header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    public FakeInbound body(String text) {
        body = Buffer.buffer(text);
        return this;
    }

    public FakeInbound body(byte[] bytes) {
        body = Buffer.buffer(bytes);
        return this;
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
        return query;
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
        return clientAddress();
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
        return body.length() > 0;
    }

    @Override
    public ReadStream<Buffer> body() {
        throw new UnsupportedOperationException("nothing streams here");
    }

    @Override
    public Future<Buffer> bufferedBody(int limit) {
        return Future.succeededFuture(body);
    }
}
