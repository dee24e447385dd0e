// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;

/** Sends the answer that a mapping has made. */
public final class SendAnswerStep implements Step {

    @Override
    public Future<Void> apply(Exchange exchange) {
        GatewayHeaders.set(exchange, exchange.integrationNanos() >= 0);
        return exchange.outbound().send(exchange.answerBody());
    }
}
