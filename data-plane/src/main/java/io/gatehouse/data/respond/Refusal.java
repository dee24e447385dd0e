// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an exchange is answered by the gateway itself.
 *
 * @param exchange the request
 * @param errorType the code for {@code x-amzn-ErrorType}
 * @param message what the client is told; {@code null} where AWS tells nothing
 * @param violations what a schema found wrong; {@code null} where none was asked
 */
record Refusal(
        Exchange exchange,
        FaultKind kind,
        String errorType,
        @Nullable String message,
        @Nullable String violations) {

    /** A failure that is no refusal is the gateway's internal error; its cause is for the log alone. */
    static Refusal of(Exchange exchange) {
        FaultException fault = exchange.failure() instanceof FaultException refused ? refused : null;
        if (fault == null) {
            FaultWording wording = FaultWording.of(FaultKind.API_CONFIGURATION_ERROR);
            return new Refusal(
                    exchange, FaultKind.API_CONFIGURATION_ERROR, wording.errorType(), wording.message(), null);
        }
        FaultWording wording = FaultWording.of(fault.kind());
        return new Refusal(
                exchange,
                fault.kind(),
                Objects.requireNonNullElse(fault.errorType(), wording.errorType()),
                fault.clientMessage() == null ? wording.message() : fault.clientMessage(),
                fault.violations());
    }
}
