// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.authorize;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.sigv4.PayloadHash;
import io.gatehouse.contract.sigv4.Verdict;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Future;

/**
 * Refuses a request that no route takes, as AWS does: as one that lacks a token, or for the form of its
 * {@code Authorization} field when that is no signature. Whether a well-formed signature is right is not asked:
 * there is nothing to be admitted to.
 */
public final class UnmatchedStep implements Step {
    private final Signatures signatures;

    public UnmatchedStep(Signatures signatures) {
        this.signatures = signatures;
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        if (exchange.inbound().headers().contains("Authorization")
                && signatures.verify(exchange, PayloadHash.EMPTY) instanceof Verdict.Refused refused
                && refused.kind() == Verdict.Kind.INCOMPLETE_SIGNATURE) {
            throw SignatureStep.refusal(refused);
        }
        throw FaultException.of(FaultKind.MISSING_AUTHENTICATION_TOKEN);
    }
}
