// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.vertx.core.http.HttpServerResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** The headers by which a call is found again in logs; every answer of the management API has them. */
final class AnswerHeaders {

    private static final String REQUEST_ID = "x-amzn-RequestId";
    private static final String GATEWAY_ID = "x-amz-apigw-id";
    private static final SecureRandom RANDOM = new SecureRandom();

    private AnswerHeaders() {}

    static void put(HttpServerResponse response, String requestId) {
        // AWS's own is the Base64 text of eleven bytes; clients only log it.
        byte[] id = new byte[11];
        RANDOM.nextBytes(id);
        response.putHeader(REQUEST_ID, requestId)
                .putHeader(GATEWAY_ID, Base64.getEncoder().encodeToString(id));
    }

    static void putMissing(HttpServerResponse response) {
        if (!response.headers().contains(REQUEST_ID)) {
            put(response, UUID.randomUUID().toString());
        }
    }
}
