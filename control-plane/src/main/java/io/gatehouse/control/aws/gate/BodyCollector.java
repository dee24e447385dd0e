// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.RequestTimeoutException;
import io.gatehouse.control.aws.error.RequestTooLargeException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/** Reads a body up to a limit. What is beyond is read and dropped, so that the client gets to read the refusal. */
final class BodyCollector {

    /** A client that goes on for this many times the limit is cut off. */
    private static final int PATIENCE = 8;

    private final HttpServerRequest request;
    private final int limit;
    private final Vertx vertx;
    private final long patienceMillis;
    private final Promise<Buffer> collected = Promise.promise();
    private Buffer body = Buffer.buffer();
    private long received;
    private long receivedBefore;
    private long timer = -1;

    private BodyCollector(HttpServerRequest request, int limit, Vertx vertx, Duration patience) {
        this.request = request;
        this.limit = limit;
        this.vertx = vertx;
        this.patienceMillis = patience.toMillis();
    }

    /**
     * The whole body.
     *
     * @param limit in bytes; a longer body fails with an {@link AwsException}
     * @param patience how long it may make no progress; it fails with an {@link AwsException} then
     */
    static Future<Buffer> collect(HttpServerRequest request, int limit, Vertx vertx, Duration patience) {
        BodyCollector collector = new BodyCollector(request, limit, vertx, patience);
        boolean waits = "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
        long declared = declaredLength(request);
        if (declared > (waits ? limit : (long) limit * PATIENCE)) {
            collector.giveUp();
            return collector.collected.future();
        }
        request.handler(collector::chunk);
        request.exceptionHandler(broken -> collector.collected.tryFail(unreadable()));
        request.endHandler(end -> collector.end());
        if (waits) {
            request.response().writeContinue();
        }
        request.resume();
        collector.watch();
        return collector.collected.future().onComplete(over -> vertx.cancelTimer(collector.timer));
    }

    private void watch() {
        if (!collected.future().isComplete()) {
            timer = vertx.setTimer(patienceMillis, fired -> look());
        }
    }

    private void look() {
        if (received == receivedBefore) {
            closeAfterTheAnswer();
            collected.tryFail(RequestTimeoutException.body());
        } else {
            receivedBefore = received;
            watch();
        }
    }

    /** As the client says; -1 when it does not. */
    private static long declaredLength(HttpServerRequest request) {
        String text = request.getHeader("Content-Length");
        try {
            return text == null ? -1 : Long.parseLong(text.strip());
        } catch (NumberFormatException beyond) {
            return Long.MAX_VALUE;
        }
    }

    /** The client left, or what it sent is no HTTP any more: nobody may be there to read this. */
    private static BadRequestException unreadable() {
        return BadRequestException.of("The body of the request could not be read");
    }

    private void chunk(Buffer chunk) {
        received += chunk.length();
        if (received <= limit) {
            body.appendBuffer(chunk);
        } else if (received <= (long) limit * PATIENCE) {
            body = Buffer.buffer();
        } else {
            giveUp();
        }
    }

    /** Refuses without reading to the end, after which the connection is of no use. */
    private void giveUp() {
        if (!collected.future().isComplete()) {
            closeAfterTheAnswer();
            collected.tryFail(RequestTooLargeException.body());
        }
    }

    private void closeAfterTheAnswer() {
        request.response()
                .putHeader("Connection", "close")
                .endHandler(sent -> request.connection().close());
    }

    private void end() {
        if (received > limit) {
            collected.tryFail(RequestTooLargeException.body());
        } else {
            collected.tryComplete(body);
        }
    }
}
