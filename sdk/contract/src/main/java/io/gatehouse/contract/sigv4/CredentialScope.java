// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a signature says it is good for: the {@code Credential} parameter of a signed request.
 *
 * @param accessKeyId the key that the client says it signed with
 * @param date the day in UTC, {@code yyyyMMdd}
 * @param region the region, any text without a slash
 * @param service the signing name of the service
 */
public record CredentialScope(String accessKeyId, String date, String region, String service) {

    static final String TERMINATOR = "aws4_request";

    /**
     * Believes a request without verifying its signature, date or key: for a gateway that only its own machine can reach. The
     * account is the access key if that is exactly twelve digits, else 000000000000. A request without a claim, or with one
     * that cannot be read, is refused as it is in verification.
     */
    public static Verdict parse(List<SignedRequest.Header> headers, @Nullable String rawQuery) {
        try {
            CredentialScope scope = Claim.read(headers, rawQuery).scope(null, null);
            String account = AccessKeys.accountOf(scope.accessKeyId);
            return new Verdict.Accepted(new Identity(
                    scope.accessKeyId, account, scope.region, scope.service, "arn:aws:iam::" + account + ":root"));
        } catch (RefusedException e) {
            return e.verdict();
        }
    }

    /** What stands in the string to sign. */
    String text() {
        return date + "/" + region + "/" + service + "/" + TERMINATOR;
    }
}
