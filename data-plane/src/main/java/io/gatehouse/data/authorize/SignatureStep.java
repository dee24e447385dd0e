// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.authorize;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.sigv4.Identity;
import io.gatehouse.contract.sigv4.PayloadHash;
import io.gatehouse.contract.sigv4.Verdict;
import io.gatehouse.data.pipeline.Caller;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Inbound;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Admits callers of the API's own account that sign with AWS Signature Version 4 (developer guide, "Control access
 * to a REST API with IAM permissions"). The body is a part of what is signed, so it is buffered whole: nothing
 * reaches a backend before its hash is verified.
 */
public final class SignatureStep implements Step {
    /** Hashing more than this would keep an event loop from its other exchanges for too long. */
    private static final int HASHED_ON_THE_EVENT_LOOP = 256 * 1024;

    private final Signatures signatures;
    private final int bodyLimit;

    /**
     * @param bodyLimit bytes that a body may have at most
     */
    public SignatureStep(Signatures signatures, int bodyLimit) {
        this.signatures = signatures;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public Future<Void> apply(Exchange exchange) {
        if (isUnsigned(exchange.inbound())) {
            throw FaultException.of(FaultKind.MISSING_AUTHENTICATION_TOKEN);
        }
        Future<Buffer> body = exchange.inbound().bufferedBody(bodyLimit);
        return body.succeeded() ? verify(exchange, body.result()) : body.compose(whole -> verify(exchange, whole));
    }

    /** Certainly without a claim, so that the body need not be waited for; the verifier decides about the rest. */
    private static boolean isUnsigned(Inbound inbound) {
        String query = inbound.rawQuery();
        return !inbound.headers().contains("Authorization")
                && (query == null || query.indexOf('%') < 0 && !query.contains("X-Amz-"));
    }

    private Future<Void> verify(Exchange exchange, Buffer body) {
        exchange.body(body);
        Context context = Vertx.currentContext();
        if (body.length() <= HASHED_ON_THE_EVENT_LOOP || context == null) {
            admit(exchange, signatures.verify(exchange, sha256(body)));
            return DONE;
        }
        return context.executeBlocking(() -> sha256(body), false).map(hash -> {
            admit(exchange, signatures.verify(exchange, hash));
            return null;
        });
    }

    private static void admit(Exchange exchange, Verdict verdict) {
        switch (verdict) {
            case Verdict.Accepted accepted -> admit(exchange, accepted.identity());
            case Verdict.Refused refused -> throw refusal(refused);
        }
    }

    private static void admit(Exchange exchange, Identity caller) {
        if (!caller.accountId().equals(exchange.plan().api().identity().accountId())) {
            throw InvokeResource.denied(exchange, caller.userArn());
        }
        exchange.caller(new Caller(caller.accessKeyId(), caller.accountId(), caller.userArn()));
    }

    static FaultException refusal(Verdict.Refused refused) {
        FaultKind kind = switch (refused.kind()) {
            case MISSING_AUTHENTICATION_TOKEN -> FaultKind.MISSING_AUTHENTICATION_TOKEN;
            case INCOMPLETE_SIGNATURE, UNRECOGNIZED_CLIENT, INVALID_SIGNATURE, SIGNATURE_EXPIRED ->
                FaultKind.INVALID_SIGNATURE;
            case ACCESS_DENIED -> FaultKind.ACCESS_DENIED;
        };
        return FaultException.of(kind, refused.message(), refused.kind().code());
    }

    private static String sha256(Buffer body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ByteBuffer part : body.getByteBuf().nioBuffers()) {
                digest.update(part);
            }
            return PayloadHash.of(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
