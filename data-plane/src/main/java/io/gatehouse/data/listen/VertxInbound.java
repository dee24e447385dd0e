// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Inbound;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.streams.ReadStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Vert.x request as an exchange's inbound port. */
final class VertxInbound implements Inbound {
    /** The stream of a request that came in HTTP/1.1 and asked to go on in HTTP/2. */
    private static final int UPGRADED_STREAM = 1;

    private static final Set<HttpMethod> USUALLY_BODILESS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private final HttpServerRequest request;
    private final @Nullable HostAndPort authority;
    private final String path;
    private final int bodyLimit;
    private final long declaredLength;
    private final @Nullable RequestBody body;
    private final @Nullable Forwarded forwarded;

    /**
     * @param authority what the client addressed
     * @param path the raw path below the stage
     */
    VertxInbound(Vertx vertx, HttpServerRequest request, @Nullable HostAndPort authority, String path, Engine engine) {
        this.request = request;
        this.authority = authority;
        this.path = path;
        this.bodyLimit = engine.bodyLimit();
        MultiMap headers = request.headers();
        if (authority != null && isHttp2() && !headers.contains("host")) {
            headers.set("host", authority.toString());
        }
        this.declaredLength = declaredLength(headers.get("Content-Length"));
        this.body = bodyFollows(headers)
                ? new RequestBody(
                        vertx, request, bodyLimit, engine.listen().bodyTimeout().toNanos(), leaveAwaited(headers))
                : null;
        this.forwarded = Forwarded.of(request, engine.listen().trustedProxies());
    }

    private static long declaredLength(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private boolean bodyFollows(MultiMap headers) {
        if (declaredLength >= 0) {
            return declaredLength > 0;
        }
        return isHttp2() ? http2BodyFollows() : headers.contains("Transfer-Encoding");
    }

    /** In HTTP/2 a stream that the client has not closed with the head carries a body, whatever the verb. */
    private boolean http2BodyFollows() {
        int id = request.response().streamId();
        if (id == UPGRADED_STREAM && !USUALLY_BODILESS.contains(request.method())) {
            return true;
        }
        Http2ConnectionHandler codec = request.connection() instanceof ConnectionBase base
                ? base.channel().pipeline().get(Http2ConnectionHandler.class)
                : null;
        Http2Stream stream = codec == null ? null : codec.connection().stream(id);
        return stream == null || stream.state().remoteSideOpen();
    }

    /** What to do when the body is wanted and stops coming. */
    void onStall(Runnable action) {
        if (body != null) {
            body.onStall(action);
        }
    }

    private boolean leaveAwaited(MultiMap headers) {
        String expected = headers.get("Expect");
        return expected != null
                && expected.equalsIgnoreCase("100-continue")
                && request.version() != HttpVersion.HTTP_1_0;
    }

    boolean isHttp2() {
        return request.version() == HttpVersion.HTTP_2;
    }

    /** Whether the head alone says that the body is longer than allowed. */
    boolean declaresTooMuch() {
        return declaredLength > bodyLimit;
    }

    /** Whether the connection cannot carry another request, since what is left of the body may never be read. */
    boolean spoilt() {
        return body != null && (declaresTooMuch() || body.exceeded() || body.leaveAwaited());
    }

    /** Whether some of the body has not been read yet. */
    boolean unread() {
        return body != null && !request.isEnded();
    }

    @Override
    public String verb() {
        return request.method().name();
    }

    @Override
    public String rawPath() {
        return path;
    }

    @Override
    public String rawRequestPath() {
        return pathOf(request);
    }

    /** The raw path; empty for a request without one, such as CONNECT. */
    static String pathOf(HttpServerRequest request) {
        String path = request.path();
        return path == null ? "" : path;
    }

    @Override
    public @Nullable String rawQuery() {
        return request.query();
    }

    @Override
    public MultiMap headers() {
        return request.headers();
    }

    @Override
    public String host() {
        return authority == null ? "" : authority.host();
    }

    @Override
    public String clientAddress() {
        return forwarded == null ? peerAddress() : forwarded.client(peerAddress());
    }

    @Override
    public String peerAddress() {
        SocketAddress remote = request.remoteAddress();
        String address = remote == null ? null : remote.hostAddress();
        return address == null ? "" : address;
    }

    @Override
    public String scheme() {
        String told = forwarded == null ? null : forwarded.scheme();
        return told != null ? told : request.isSSL() ? "https" : "http";
    }

    @Override
    public int localPort() {
        int told = forwarded == null ? -1 : forwarded.port();
        if (told > 0) {
            return told;
        }
        SocketAddress local = request.localAddress();
        return local == null ? -1 : local.port();
    }

    @Override
    public String protocol() {
        return switch (request.version()) {
            case HTTP_1_0 -> "HTTP/1.0";
            case HTTP_1_1 -> "HTTP/1.1";
            case HTTP_2 -> "HTTP/2.0";
        };
    }

    @Override
    public boolean mayHaveBody() {
        return body != null;
    }

    @Override
    public ReadStream<Buffer> body() {
        if (body == null) {
            throw new IllegalStateException("this request has no body");
        }
        return body;
    }

    @Override
    public Future<Buffer> bufferedBody(int limit) {
        if (body == null) {
            return Future.succeededFuture(Buffer.buffer());
        }
        return declaredLength > limit
                ? Future.failedFuture(FaultException.of(FaultKind.REQUEST_TOO_LARGE))
                : body.whole(Math.min(limit, bodyLimit));
    }
}
