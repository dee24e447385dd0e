// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.LogLevel;
import io.gatehouse.contract.served.RouteSettings;
import io.gatehouse.data.headers.MediaTypes;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Trace;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Ends the trace of an exchange, and hands it on: what AWS writes to its execution log (developer guide, "Set up CloudWatch logging for
 * REST APIs"). Of what failed, also where no step has begun a trace.
 */
public final class ExecutionLines implements Handler<Exchange> {
    private final RouteSettings settings;
    private final TraceSink sink;
    private final Clock clock;

    /**
     * @param settings how much is written; not OFF
     * @param sink takes the lines of each exchange
     * @param clock tells when an exchange has ended
     */
    public ExecutionLines(RouteSettings settings, TraceSink sink, Clock clock) {
        this.settings = settings;
        this.sink = sink;
        this.clock = clock;
    }

    @Override
    public void handle(Exchange ended) {
        Throwable failure = ended.failure();
        boolean info = settings.logLevel() == LogLevel.INFO;
        if (!info && (failure == null || ended.abandoned())) {
            return;
        }
        Trace trace = ended.trace();
        if (trace == null) {
            trace = new Trace(clock);
            trace.line("Extended Request Id: " + ended.ids().extendedRequestId());
        }
        tellEnd(ended, failure, trace);
        sink.take(ended, trace);
    }

    private void tellEnd(Exchange ended, @Nullable Throwable failure, Trace trace) {
        if (ended.abandoned()) {
            trace.line("The client closed the connection before the method completed");
            return;
        }
        if (failure != null) {
            trace.line(reason(ended, failure));
            if (ended.brokenOff()) {
                return;
            }
            FaultKind kind = failure instanceof FaultException fault ? fault.kind() : FaultKind.API_CONFIGURATION_ERROR;
            trace.line("Gateway response type: " + kind + " with status code: "
                    + ended.outbound().status());
        } else {
            tellAnswer(ended, trace);
        }
        trace.line("Method completed with status: " + ended.outbound().status());
    }

    private void tellAnswer(Exchange ended, Trace trace) {
        if (settings.tracesData()) {
            Buffer read = trace.backendBody();
            if (read != null) {
                trace.line("Endpoint response body before transformations: " + TraceText.body(read));
            }
            boolean passed = ended.answered() && ended.backendAnswer().stream() != null;
            trace.line("Method response body after transformations: "
                    + TraceText.body(passed ? read : ended.answerBody()));
            trace.line("Method response headers: "
                    + TraceText.headers(ended.outbound().headers()));
        }
        trace.line("Successfully completed execution");
    }

    /** Why an exchange failed, in AWS's words where it has any. */
    private static String reason(Exchange ended, Throwable failure) {
        if (!(failure instanceof FaultException fault)) {
            return ended.brokenOff()
                    ? "Execution failed due to a network error communicating with endpoint: the answer broke off: "
                            + failure.getMessage()
                    : "Execution failed due to an internal error";
        }
        if (fault.violations() != null) {
            return "Request body does not match model schema for content type "
                    + MediaTypes.essence(ended.inbound().headers().get("Content-Type")) + ": " + fault.violations();
        }
        if (fault.logReason() != null) {
            return fault.logReason();
        }
        String told = fault.clientMessage();
        if (fault.kind() == FaultKind.BAD_REQUEST_PARAMETERS) {
            return "Request validation failed: " + told;
        }
        return "Execution was refused: " + (told == null ? fault.kind() : told);
    }
}
