// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * What happens to a connection after an answer. What is left of the request's body is read and thrown away, within
 * bounds: closing at once would make the client's system discard the answer before the client has read it, and a
 * connection that is kept has to be empty.
 */
final class Aftermath {
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long HTTP2_NO_ERROR = 0;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final long budget;
    private long discarded;

    /**
     * @param budget bytes worth reading to keep a connection
     */
    Aftermath(Vertx vertx, HttpServerRequest request, long budget) {
        this.vertx = vertx;
        this.request = request;
        this.budget = budget;
    }

    /**
     * @param close whether the connection is to be closed in the end
     */
    void settle(VertxInbound inbound, boolean close) {
        if (!inbound.unread()) {
            if (close) {
                request.connection().close();
            }
            return;
        }
        request.exceptionHandler(gone -> {});
        request.handler(this::discard);
        if (close) {
            long timer =
                    vertx.setTimer(PATIENCE_MILLIS, late -> request.connection().close());
            request.endHandler(end -> {
                vertx.cancelTimer(timer);
                request.connection().close();
            });
        } else {
            request.endHandler(null);
        }
        request.resume();
    }

    private void discard(Buffer chunk) {
        discarded += chunk.length();
        if (discarded > budget) {
            if (request.version() == HttpVersion.HTTP_2) {
                request.response().reset(HTTP2_NO_ERROR);
            } else {
                request.connection().close();
            }
        }
    }
}
