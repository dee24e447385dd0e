// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.contract.sigv4.CredentialScope;
import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.contract.sigv4.SignatureVerifier;
import io.gatehouse.contract.sigv4.SignedRequest;
import io.gatehouse.contract.sigv4.Verdict;
import io.gatehouse.control.aws.Caller;
import io.gatehouse.control.aws.error.AuthenticationException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;

/** Establishes callers, as strictly as {@link ManagementAccess} asks. */
@Singleton
final class SignatureCheck {

    private static final String SERVICE = "apigateway";

    private final Function<SignedRequest, Verdict> judge;

    SignatureCheck(ManagementAccess access, Credentials credentials, Clock clock) {
        this.judge = switch (access) {
            case ManagementAccess.AnySignedCall any -> SignatureCheck::believe;
            case ManagementAccess.DevelopmentKey key -> verifying(credentials, clock);
            case ManagementAccess.KeysOfFile keys -> verifying(credentials, clock);
        };
    }

    /**
     * Who signed the request.
     *
     * @throws AuthenticationException when nobody did whom we let in
     */
    Caller callerOf(SignedRequest request) {
        return switch (judge.apply(request)) {
            case Verdict.Accepted(var who) -> new Caller(who.accessKeyId(), who.accountId(), who.region());
            case Verdict.Refused(var kind, var message) -> throw AuthenticationException.of(kind.code(), message);
        };
    }

    /**
     * Takes the claim at its word, unless a web page may have made the call: a page cannot set the Authorization field for
     * another origin, but it can put a claim into an address, for its visitor to send.
     */
    private static Verdict believe(SignedRequest request) {
        boolean byAddress = !has(request, "Authorization");
        return byAddress && (has(request, "Origin") || has(request, "Sec-Fetch-Site"))
                ? new Verdict.Refused(Verdict.Kind.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token")
                : CredentialScope.parse(request.headers(), request.rawQuery());
    }

    private static boolean has(SignedRequest request, String header) {
        return request.headers().stream().anyMatch(field -> field.name().equalsIgnoreCase(header));
    }

    private static Function<SignedRequest, Verdict> verifying(Credentials credentials, Clock clock) {
        return new SignatureVerifier(SERVICE, null, credentials, clock)::verify;
    }
}
