// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.integrate;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;

/** Refuses every call, for an integration that is missing or that this release does not serve. */
public final class UnservedStep implements Step {
    private final String reason;

    public UnservedStep(String reason) {
        this.reason = reason;
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        throw FaultException.because(
                FaultKind.API_CONFIGURATION_ERROR, "Execution failed due to configuration error: " + reason);
    }
}
