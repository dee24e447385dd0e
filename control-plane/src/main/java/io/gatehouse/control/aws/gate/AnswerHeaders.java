// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.vertx.core.http.HttpServerResponse;

/** The headers that name a call; every answer of the management API has them. */
final class AnswerHeaders {

    private static final String REQUEST_ID = "x-amzn-RequestId";
    private static final String GATEWAY_ID = "x-amz-apigw-id";

    private static final String CONTENT_TYPE = "Content-Type";

    private AnswerHeaders() {}

    static void put(HttpServerResponse response, CallIds.CallId id) {
        response.putHeader(REQUEST_ID, id.requestId()).putHeader(GATEWAY_ID, id.gatewayId());
    }

    /** JAX-RS adds a character set to what it writes; AWS does not, since JSON has but one. */
    static void plainJson(HttpServerResponse response) {
        String type = response.headers().get(CONTENT_TYPE);
        if (type != null && type.startsWith(ErrorAnswer.CONTENT_TYPE)) {
            response.putHeader(CONTENT_TYPE, ErrorAnswer.CONTENT_TYPE);
        }
    }

    static void putMissing(HttpServerResponse response, CallIds ids) {
        if (!response.headers().contains(REQUEST_ID)) {
            put(response, ids.next());
        }
    }
}
