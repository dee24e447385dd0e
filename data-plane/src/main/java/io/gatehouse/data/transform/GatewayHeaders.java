// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Inbound;
import io.vertx.core.MultiMap;
import java.util.List;

/** The header fields that the gateway itself puts on a backend's request. */
final class GatewayHeaders {
    private GatewayHeaders() {}

    static void setIdentity(Exchange exchange, MultiMap headers) {
        headers.set("x-amzn-apigateway-api-id", exchange.plan().api().identity().apiId());
        headers.set("X-Amzn-Trace-Id", exchange.ids().trace());
    }

    /** Says where a request came from; what earlier proxies said stays in front. */
    static void setForwarded(Exchange exchange, MultiMap headers) {
        Inbound inbound = exchange.inbound();
        List<String> earlier = inbound.headers().getAll("X-Forwarded-For");
        String peer = inbound.peerAddress();
        headers.set("X-Forwarded-For", earlier.isEmpty() ? peer : String.join(", ", earlier) + ", " + peer);
        headers.set("X-Forwarded-Port", Integer.toString(inbound.localPort()));
        headers.set("X-Forwarded-Proto", inbound.scheme());
    }
}
