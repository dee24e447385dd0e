// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.control.aws.error.AwsException;
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
        request.handler(collector::chunk);
        request.exceptionHandler(collector.collected::tryFail);
        request.endHandler(end -> collector.end());
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
        return collector.collected.future();
    }

    private void chunk(Buffer chunk) {
        received += chunk.length();
        if (received <= limit) {
            body.appendBuffer(chunk);
        } else if (received <= (long) limit * PATIENCE) {
            body = Buffer.buffer();
        } else {
            request.connection().close();
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
