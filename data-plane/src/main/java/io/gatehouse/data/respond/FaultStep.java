// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the gateway itself, in the words of AWS REST APIs (developer guide, "Gateway response types for API
 * Gateway"). A failure that is no refusal is the gateway's internal error; its cause is for the log alone.
 */
public final class FaultStep implements Step {

    @Override
    public Future<Void> apply(Exchange exchange) {
        FaultException fault = exchange.failure() instanceof FaultException refusal ? refusal : null;
        FaultKind kind = fault == null ? FaultKind.API_CONFIGURATION_ERROR : fault.kind();
        FaultWording wording = FaultWording.of(kind);
        String errorType = fault == null ? null : fault.errorType();
        String message = fault == null ? null : fault.clientMessage();

        MultiMap headers = exchange.outbound().headers();
        headers.clear();
        GatewayHeaders.set(exchange, exchange.integrationNanos() >= 0);
        String code = errorType == null ? wording.errorType() : errorType;
        headers.set("x-amzn-ErrorType", code);
        headers.set("Content-Type", "application/json");
        exchange.outbound().status(wording.status());
        return exchange.outbound().send(body(wording.status(), code, message == null ? wording.message() : message));
    }

    /**
     * AWS leaves a space before the message of a failure of its own, and none before a refusal's; and it writes a
     * policy's refusal with a capital.
     */
    private static Buffer body(int status, String code, @Nullable String message) {
        StringBuilder json =
                new StringBuilder(code.equals("AccessDeniedException") ? "{\"Message\":" : "{\"message\":");
        if (status >= 500 && message != null) {
            json.append(' ');
        }
        if (message == null) {
            json.append("null");
        } else {
            JsonStrings.append(json, message);
        }
        return Buffer.buffer(json.append('}').toString());
    }
}
