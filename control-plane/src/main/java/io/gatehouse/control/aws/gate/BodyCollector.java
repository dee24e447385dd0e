// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.RequestTooLargeException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a body up to a limit. What is beyond is read and dropped, so that the client gets to read the refusal. */
final class BodyCollector {

    /** A client that goes on for this many times the limit is cut off. */
    private static final int PATIENCE = 8;

    private final HttpServerRequest request;
    private final int limit;
    private final Promise<Buffer> collected = Promise.promise();
    private Buffer body = Buffer.buffer();
    private long received;

    private BodyCollector(HttpServerRequest request, int limit) {
        this.request = request;
        this.limit = limit;
    }

    /**
     * The whole body.
     *
     * @param limit in bytes; a longer body fails with an {@link AwsException}
     */
    static Future<Buffer> collect(HttpServerRequest request, int limit) {
        BodyCollector collector = new BodyCollector(request, limit);
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
        return collector.collected.future();
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
            request.response()
                    .putHeader("Connection", "close")
                    .endHandler(sent -> request.connection().close());
            collected.tryFail(RequestTooLargeException.body());
        }
    }

    private void end() {
        if (received > limit) {
            collected.tryFail(RequestTooLargeException.body());
        } else {
            collected.tryComplete(body);
        }
    }
}
