// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.integrate;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Reads the whole body of the backend's answer, for plans whose later steps map it. The integration's timeout holds for all
 * of it: nothing reaches the client before the end.
 */
public final class BufferAnswerStep implements Step {
    private final int limit;
    private final int timeoutMillis;

    /**
     * @param limit bytes at most; a longer answer is a configuration error, as at AWS
     * @param timeoutMillis until the last of them is here, counted from the call
     */
    public BufferAnswerStep(int limit, int timeoutMillis) {
        this.limit = limit;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        BackendAnswer answer = exchange.backendAnswer();
        ReadStream<Buffer> stream = answer.stream();
        if (stream == null) {
            return DONE;
        }
        Promise<Void> read = Promise.promise();
        Vertx vertx = Objects.requireNonNull(Vertx.currentContext(), "steps run on event loops")
                .owner();
        long spent = TimeUnit.NANOSECONDS.toMillis(Math.max(0, exchange.integrationNanos()));
        long timer = vertx.setTimer(Math.max(1, timeoutMillis - spent), late -> read.tryFail(tooLate()));
        Buffer whole = Buffer.buffer();
        stream.exceptionHandler(cause -> read.tryFail(FaultException.because(
                FaultKind.INTEGRATION_FAILURE,
                "Execution failed due to a network error communicating with endpoint: " + cause.getMessage())));
        stream.handler(chunk -> {
            if (whole.length() + chunk.length() > limit) {
                read.tryFail(tooLong());
            } else {
                whole.appendBuffer(chunk);
            }
        });
        stream.endHandler(end -> {
            exchange.backendAnswer(BackendAnswer.buffered(answer.status(), answer.headers(), whole));
            read.tryComplete();
        });
        stream.resume();
        return read.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private FaultException tooLate() {
        return FaultException.because(
                FaultKind.INTEGRATION_TIMEOUT,
                "Execution failed due to a timeout error: the answer was not complete within " + timeoutMillis + " ms");
    }

    private FaultException tooLong() {
        return FaultException.because(
                FaultKind.API_CONFIGURATION_ERROR,
                "Execution failed due to configuration error: Integration response is larger than allowed maximum of "
                        + limit + " bytes.");
    }
}
