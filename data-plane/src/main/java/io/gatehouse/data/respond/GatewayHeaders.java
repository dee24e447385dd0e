// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.RequestIds;
import io.vertx.core.MultiMap;

/** The header fields that every answer of the gateway carries. */
final class GatewayHeaders {
    private GatewayHeaders() {}

    /**
     * @param backendCalled AWS shows the trace only then
     */
    static void set(Exchange exchange, boolean backendCalled) {
        MultiMap headers = exchange.outbound().headers();
        RequestIds ids = exchange.ids();
        headers.set("Date", HttpDate.of(exchange.receivedAt()));
        headers.set("x-amzn-RequestId", ids.requestId());
        headers.set("x-amz-apigw-id", ids.extendedRequestId());
        if (backendCalled) {
            headers.set("X-Amzn-Trace-Id", ids.trace());
        }
    }
}
