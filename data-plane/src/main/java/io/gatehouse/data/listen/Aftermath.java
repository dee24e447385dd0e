// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/**
 * What happens to a connection after an answer. What is left of the request's body is read and thrown away, within
 * bounds: closing at once would make the client's system discard the answer before the client has read it, and a
 * connection that is kept has to be empty.
 */
final class Aftermath {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long HTTP2_NO_ERROR = 0;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final long budget;
    private final long patienceMillis;
    private long discarded;

    /**
     * @param budget bytes worth reading to keep a connection
     * @param bodyTimeout how long reading them may take at most, if that is less than some seconds
     */
    Aftermath(Vertx vertx, HttpServerRequest request, long budget, Duration bodyTimeout) {
        this.vertx = vertx;
        this.request = request;
        this.budget = budget;
        this.patienceMillis = (bodyTimeout.compareTo(PATIENCE) < 0 ? bodyTimeout : PATIENCE).toMillis();
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
        long timer = vertx.setTimer(patienceMillis, late -> giveUp());
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            if (close) {
                request.connection().close();
            }
        });
        request.resume();
    }

    private void giveUp() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(HTTP2_NO_ERROR);
        } else {
            request.connection().close();
        }
    }

    private void discard(Buffer chunk) {
        discarded += chunk.length();
        if (discarded > budget) {
            giveUp();
        }
    }
}
