// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.Handler;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One line for each exchange that failed for a reason that the client was not told: what AWS writes to its
 * execution log (developer guide, "Set up CloudWatch logging for REST APIs"), under the category
 * {@code io.gatehouse.execution}. Refusals that the client can understand are logged at debug level.
 */
public final class ExecutionLog implements Handler<Exchange> {
    private static final Logger LOG = Logger.getLogger("io.gatehouse.execution");

    /** Logs what there is to say about an exchange that has ended. */
    @Override
    public void handle(Exchange ended) {
        Throwable failure = ended.failure();
        if (failure == null || ended.abandoned()) {
            return;
        }
        if (failure instanceof ClosedChannelException) {
            LOG.debugf("%s The client left before its answer was complete", prefix(ended));
        } else if (failure instanceof VertxException && ended.outbound().headSent()) {
            LOG.warnf("%s The backend's answer broke off: %s", prefix(ended), oneLine(failure.getMessage()));
        } else if (failure instanceof IOException && ended.outbound().headSent()) {
            LOG.warnf("%s The answer broke off on its way: %s", prefix(ended), oneLine(failure.getMessage()));
        } else if (!(failure instanceof FaultException fault)) {
            LOG.errorf(failure, "%s Execution failed due to an internal error", prefix(ended));
        } else if (fault.logReason() != null) {
            LOG.warnf("%s %s", prefix(ended), oneLine(fault.logReason()));
        } else {
            LOG.debugf("%s Refused: %s %s", prefix(ended), fault.kind(), oneLine(fault.clientMessage()));
        }
    }

    private static String prefix(Exchange exchange) {
        ApiIdentity api = exchange.plan().api().identity();
        return "(" + exchange.ids().requestId() + ") API " + api.apiId() + ", stage " + api.stage() + ", "
                + exchange.inbound().verb() + " " + exchange.plan().route().template() + ":";
    }

    /** What a client or a backend sent must not begin a line of its own in the log. */
    private static @Nullable String oneLine(@Nullable String text) {
        return text == null ? null : text.replace('\r', ' ').replace('\n', ' ');
    }
}
