// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway itself has answered, for logs.
 *
 * @param kind which gateway response it was
 * @param message what the client was told; {@code null} where AWS tells nothing
 * @param violations what a schema found wrong; {@code null} where none was asked
 */
public record FaultReport(
        FaultKind kind, @Nullable String message, @Nullable String violations) {

    /** What an exchange was refused with; {@code null} when it was not. */
    public static @Nullable FaultReport of(Exchange exchange) {
        if (exchange.failure() == null || exchange.abandoned() || exchange.brokenOff()) {
            return null;
        }
        Refusal refusal = Refusal.of(exchange);
        return new FaultReport(refusal.kind(), refusal.message(), refusal.violations());
    }
}
