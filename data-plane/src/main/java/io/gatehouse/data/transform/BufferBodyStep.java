// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;

/** Reads the client's whole body, for plans whose later steps need it. */
public final class BufferBodyStep implements Step {
    private final int limit;

    /**
     * @param limit bytes at most
     */
    public BufferBodyStep(int limit) {
        this.limit = limit;
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        if (exchange.body() != null) {
            return DONE;
        }
        return exchange.inbound().bufferedBody(limit).map(whole -> {
            exchange.body(whole);
            return null;
        });
    }
}
