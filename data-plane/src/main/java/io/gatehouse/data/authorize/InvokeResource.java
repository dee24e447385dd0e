// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.authorize;

import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;

/** What a caller needs permission for, as AWS names it in a denial: the account's last four digits only. */
final class InvokeResource {
    private static final int DIGITS_SHOWN = 4;

    private InvokeResource() {}

    /**
     * A denial in AWS's words.
     *
     * @param who the caller's ARN, or {@code anonymous}
     */
    static FaultException denied(Exchange exchange, String who) {
        return FaultException.of(
                FaultKind.ACCESS_DENIED,
                "User: " + who + " is not authorized to perform: execute-api:Invoke on resource: " + arn(exchange));
    }

    private static String arn(Exchange exchange) {
        ApiIdentity api = exchange.plan().api().identity();
        String account = api.accountId();
        int hidden = Math.max(0, account.length() - DIGITS_SHOWN);
        return "arn:aws:execute-api:" + api.region() + ":" + "*".repeat(hidden) + account.substring(hidden) + ":"
                + api.apiId() + "/" + api.stage() + "/" + exchange.inbound().verb()
                + exchange.inbound().rawPath();
    }
}
