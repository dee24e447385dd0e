// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.data.pipeline.Outbound;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.streams.ReadStream;
import java.util.function.BooleanSupplier;

/** A Vert.x response as an exchange's outbound port. */
final class VertxOutbound implements Outbound {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final long HTTP2_INTERNAL_ERROR = 2;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final VertxInbound inbound;
    private final BooleanSupplier draining;
    private boolean closing;

    /**
     * @param draining whether connections are to be closed after their answer
     */
    VertxOutbound(HttpServerRequest request, VertxInbound inbound, BooleanSupplier draining) {
        this.request = request;
        this.response = request.response();
        this.inbound = inbound;
        this.draining = draining;
    }

    /** Whether the connection is to be closed after this answer, as its head has announced. */
    boolean closing() {
        return closing;
    }

    @Override
    public void status(int code) {
        response.setStatusCode(code);
    }

    @Override
    public int status() {
        return response.getStatusCode();
    }

    @Override
    public MultiMap headers() {
        return response.headers();
    }

    @Override
    public boolean headSent() {
        return response.headWritten();
    }

    @Override
    public Future<Void> send(Buffer body) {
        announceClosing();
        if (!headSent()) {
            if (request.method() == HttpMethod.HEAD && body.length() > 0) {
                headers().set("Content-Length", Integer.toString(body.length()));
            } else if (request.method() != HttpMethod.HEAD) {
                // Vert.x sets the right one itself.
                headers().remove("Content-Length");
            }
        }
        return isBodiless() ? response.end() : response.end(body);
    }

    @Override
    public Future<Void> stream(ReadStream<Buffer> body) {
        announceClosing();
        if (isBodiless()) {
            // Nothing of it may be sent, yet it has to be read for its connection to be of use again.
            body.exceptionHandler(failure -> {});
            body.handler(chunk -> {});
            body.resume();
            return response.end();
        }
        if (!headers().contains("Content-Length")) {
            response.setChunked(true);
            closing |= request.version() == HttpVersion.HTTP_1_0;
        }
        // A body that breaks off must not look complete: the exchange resets instead.
        return body.pipe().endOnFailure(false).to(response);
    }

    private boolean isBodiless() {
        int status = status();
        return request.method() == HttpMethod.HEAD || status == NO_CONTENT || status == NOT_MODIFIED;
    }

    private void announceClosing() {
        if (!inbound.isHttp2() && !headSent() && (inbound.spoilt() || draining.getAsBoolean())) {
            closing = true;
            headers().set("Connection", "close");
            Doorkeeper.announceClosing(request.connection());
        }
    }

    /** A write that fails closes the connection before it is told of. */
    @Override
    public boolean gone() {
        return response.closed()
                || request.connection() instanceof ConnectionBase base
                        && !base.channel().isOpen();
    }

    @Override
    public long bytesWritten() {
        return response.bytesWritten();
    }

    @Override
    public void reset() {
        if (!response.closed() && !response.reset(HTTP2_INTERNAL_ERROR)) {
            request.connection().close();
        }
    }
}
