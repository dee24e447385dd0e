// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.trace;

import io.gatehouse.data.headers.TraceHeader;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;

/** Decides whether the trace of a request is recorded, unless its sender has decided that already, and says so to the backend. */
public final class SampleStep implements Step {
    private final Sampler sampler;

    public SampleStep(Sampler sampler) {
        this.sampler = sampler;
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        String trace = exchange.ids().trace();
        if (!TraceHeader.isDecided(trace)) {
            exchange.ids(exchange.ids().withTrace(TraceHeader.decided(trace, sampler.records(exchange.receivedAt()))));
        }
        return DONE;
    }
}
