// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.integrate;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Reads the whole body of the backend's answer, for plans whose later steps map it. */
public final class BufferAnswerStep implements Step {
    private final int limit;

    /**
     * @param limit bytes at most; a longer answer is a configuration error, as at AWS
     */
    public BufferAnswerStep(int limit) {
        this.limit = limit;
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        BackendAnswer answer = exchange.backendAnswer();
        ReadStream<Buffer> stream = answer.stream();
        if (stream == null) {
            return DONE;
        }
        Promise<Void> read = Promise.promise();
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
        return read.future();
    }

    private FaultException tooLong() {
        return FaultException.because(
                FaultKind.API_CONFIGURATION_ERROR,
                "Execution failed due to configuration error: Integration response is larger than allowed maximum of "
                        + limit + " bytes.");
    }
}
