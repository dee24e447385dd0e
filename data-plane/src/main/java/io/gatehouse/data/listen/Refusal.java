// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.data.metrics.RefusalReason;
import io.gatehouse.data.pipeline.RequestIds;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * What a listener itself answers, before any API is known: in the shape of AWS's front end, and the connection is
 * closed after it.
 */
enum Refusal {
    MALFORMED(RefusalReason.MALFORMED, 400, "BadRequestException", "Bad Request"),
    TOO_SLOW(RefusalReason.TOO_SLOW, 408, "RequestTimeoutException", "Request Timeout"),
    LINE_TOO_LONG(RefusalReason.LINE_TOO_LONG, 414, "RequestTooLargeException", "URI Too Long"),
    HEAD_TOO_LONG(RefusalReason.HEAD_TOO_LONG, 431, "RequestTooLargeException", "Request Header Fields Too Large"),
    TOO_MANY_CONNECTIONS(RefusalReason.TOO_MANY_CONNECTIONS, 503, "ServiceUnavailableException", "Service Unavailable");

    private static final long HTTP2_NO_ERROR = 0;
    private static final long LINGER_MILLIS = 1_000;

    private final RefusalReason reason;
    private final int status;
    private final String errorType;
    private final String message;

    Refusal(RefusalReason reason, int status, String errorType, String message) {
        this.reason = reason;
        this.status = status;
        this.errorType = errorType;
        this.message = message;
    }

    /** What it is counted as. */
    RefusalReason reason() {
        return reason;
    }

    /** Why a head could not be read. */
    static Refusal of(Throwable decoderFailure) {
        return switch (decoderFailure) {
            case TooLongHttpLineException line -> LINE_TOO_LONG;
            case TooLongHttpHeaderException head -> HEAD_TOO_LONG;
            default -> MALFORMED;
        };
    }

    /** Answers; what else the client sends on the connection, or for this request, is not heeded. */
    void answer(HttpServerRequest request, RequestIds ids) {
        HttpServerResponse response = request.response();
        boolean http2 = request.version() == HttpVersion.HTTP_2;
        if (!http2) {
            Doorkeeper.announceClosing(request.connection());
            response.putHeader("Connection", "close");
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("x-amzn-RequestId", ids.requestId())
                .putHeader("x-amz-apigw-id", ids.extendedRequestId())
                .putHeader("x-amzn-ErrorType", errorType)
                .end(text())
                .onComplete(sent -> {
                    if (!http2) {
                        close(request);
                    } else if (!request.isEnded()) {
                        response.reset(HTTP2_NO_ERROR);
                    }
                });
    }

    /**
     * Closing at once would make the client's system discard the answer if more of the request is on its way: our half is
     * closed, and the rest a moment later.
     */
    private static void close(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        if (!request.isSSL()
                && connection instanceof ConnectionBase base
                && base.channel() instanceof DuplexChannel channel) {
            channel.eventLoop().schedule(() -> channel.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
            channel.shutdownOutput();
            if (!request.isEnded()) {
                request.handler(dropped -> {});
                request.resume();
            }
        } else {
            connection.close();
        }
    }

    /** The same to the byte, for a connection on which no request has been read. */
    String raw() {
        String body = text();
        return "HTTP/1.1 " + status + " " + message + "\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "x-amzn-ErrorType: " + errorType + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** The body as it is sent. */
    byte[] body() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }

    String errorType() {
        return errorType;
    }

    private String text() {
        return "{\"message\":\"" + message + "\"}";
    }
}
