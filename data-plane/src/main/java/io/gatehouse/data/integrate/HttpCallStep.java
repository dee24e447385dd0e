// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.integrate;

import io.gatehouse.contract.served.IntegrationSpec.HttpTarget;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;

/** Calls the HTTP backend and waits for the head of its answer. */
public final class HttpCallStep implements Step {
    private final int timeoutMillis;
    private final boolean verifyCertificate;

    public HttpCallStep(HttpTarget target) {
        this.timeoutMillis = target.timeoutMillis();
        this.verifyCertificate = target.verifyCertificate();
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        exchange.timing().call(System.nanoTime());
        return exchange.backends()
                .send(exchange, timeoutMillis, verifyCertificate)
                .transform(result -> {
                    exchange.timing().answer(System.nanoTime());
                    if (result.failed()) {
                        return Future.failedFuture(result.cause());
                    }
                    exchange.backendAnswer(result.result());
                    return DONE;
                });
    }
}
