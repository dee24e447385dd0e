// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.vertx.core.http.HttpServerResponse;

/** The headers that name a call; every answer of the management API has them. */
final class AnswerHeaders {

    private static final String REQUEST_ID = "x-amzn-RequestId";
    private static final String GATEWAY_ID = "x-amz-apigw-id";

    private AnswerHeaders() {}

    static void put(HttpServerResponse response, CallIds.CallId id) {
        response.putHeader(REQUEST_ID, id.requestId()).putHeader(GATEWAY_ID, id.gatewayId());
    }

    static void putMissing(HttpServerResponse response, CallIds ids) {
        if (!response.headers().contains(REQUEST_ID)) {
            put(response, ids.next());
        }
    }
}
