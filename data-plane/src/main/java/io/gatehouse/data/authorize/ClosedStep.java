// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.authorize;

import io.gatehouse.contract.served.AuthorizationSpec;
import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;
import org.jboss.logging.Logger;

/** Refuses everybody, since the check that the definition asks for does not exist here. */
public final class ClosedStep implements Step {
    private static final Logger LOG = Logger.getLogger(ClosedStep.class);

    private final AuthorizationSpec.Closed closed;

    public ClosedStep(AuthorizationSpec.Closed closed) {
        this.closed = closed;
    }

    /** The reason was logged when the route was published; each call repeats it for those who ask for detail. */
    @Override
    public Future<Void> apply(Exchange exchange) {
        LOG.debugf("(%s) Closed: %s", exchange.ids().requestId(), closed.reason());
        throw closed.fault() == FaultKind.ACCESS_DENIED
                ? InvokeResource.denied(exchange, "anonymous")
                : FaultException.of(closed.fault());
    }
}
