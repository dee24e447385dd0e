// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Outbound;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.pipeline.Workers;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** Packs an answer that a mapping has made (developer guide, "Receive an API response with a compressed payload"). */
public final class PackAnswerStep implements Step {
    private final PackingRule rule;

    /**
     * @param minimum bytes that an answer must have to be packed
     */
    public PackAnswerStep(int minimum) {
        this.rule = new PackingRule(minimum);
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        Buffer body = exchange.answerBody();
        Outbound outbound = exchange.outbound();
        if (outbound.headers().contains("Content-Encoding")) {
            return DONE;
        }
        Packing packing = rule.of(exchange, outbound.status(), body.length());
        if (packing == null) {
            return DONE;
        }
        return Workers.call(body.length(), () -> packing.whole(body)).map(packed -> {
            outbound.headers().set("Content-Encoding", packing.coding());
            exchange.answerBody(packed);
            return null;
        });
    }
}
