// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies AWS Signature Version 4 for one service (IAM User Guide, "AWS Signature Version 4 for API requests"). Safe for use
 * by many threads, does not block, and answers every input with a verdict, never with an exception.
 *
 * <p>The checks run in the order in which AWS reports their failures: the form of the claim, its date, the signed Host, the
 * algorithm, the scope, the access key, the signature, the session token. A body is always covered: the payload hash that
 * counts is the one of the body that was received, and {@code UNSIGNED-PAYLOAD} is a wrong hash like any other.
 */
public final class SignatureVerifier {

    private static final long HEADER_WINDOW_SECONDS = 300;
    private static final long LONGEST_PRESIGNED_SECONDS = 604_800;

    /** These prove themselves or say nothing: compared with the credential, the body, the string to sign; a CDN's mark. */
    private static final Set<String> MAY_BE_UNSIGNED =
            Set.of("x-amz-date", "x-amz-security-token", "x-amz-content-sha256", "x-amz-cf-id");

    private final String service;
    private final @Nullable String region;
    private final Credentials credentials;
    private final Clock clock;
    private final SigningKeys signingKeys = new SigningKeys();

    /**
     * A verifier of requests to one service.
     *
     * @param service the signing name that the scope must have, for example {@code execute-api}
     * @param region the region that the scope must have, or null to accept any
     */
    public SignatureVerifier(String service, @Nullable String region, Credentials credentials, Clock clock) {
        this.service = service;
        this.region = region;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Decides whether the request was signed by the holder of a known access key, recently, and as it was received. */
    public Verdict verify(SignedRequest request) {
        try {
            return new Verdict.Accepted(identify(request));
        } catch (RefusedException e) {
            return e.verdict();
        }
    }

    private Identity identify(SignedRequest request) throws RefusedException {
        Claim claim = Claim.read(request.headers(), request.rawQuery());
        checkDate(claim);
        checkSignedHeaders(request, claim);
        CredentialScope scope = claim.scope(service, region);
        Credential credential = credentials.find(scope.accessKeyId());
        if (credential == null) {
            throw RefusedException.unrecognized();
        }
        checkDeclaredHash(request);
        byte[] key = signingKeys.get(credential, scope);
        if (!isSignedWith(key, request, claim, scope)) {
            throw RefusedException.mismatch();
        }
        signingKeys.keep(credential, scope, key);
        checkToken(credential, claim);
        return new Identity(
                scope.accessKeyId(), credential.accountId(), scope.region(), scope.service(), credential.userArn());
    }

    private void checkDate(Claim claim) throws RefusedException {
        Instant now = clock.instant();
        Instant latest = now.plusSeconds(HEADER_WINDOW_SECONDS);
        if (claim.date().isAfter(latest)) {
            throw new RefusedException(
                    Verdict.Kind.SIGNATURE_EXPIRED,
                    "Signature not yet current: " + AmzDate.text(claim.date()) + " is still later than "
                            + AmzDate.text(latest) + " (" + AmzDate.text(now) + " + 5 min.)");
        }
        long window = claim.presigned() ? secondsOfValidity(claim) : HEADER_WINDOW_SECONDS;
        Instant earliest = now.minusSeconds(window);
        if (claim.date().isBefore(earliest)) {
            String length = window % 60 == 0 ? window / 60 + " min." : window + " sec.";
            throw new RefusedException(
                    Verdict.Kind.SIGNATURE_EXPIRED,
                    "Signature expired: " + AmzDate.text(claim.date()) + " is now earlier than "
                            + AmzDate.text(earliest) + " (" + AmzDate.text(now) + " - " + length + ")");
        }
    }

    private static long secondsOfValidity(Claim claim) throws RefusedException {
        String expires = claim.query().single("X-Amz-Expires");
        if (expires == null) {
            return HEADER_WINDOW_SECONDS;
        }
        if (expires.isEmpty() || expires.length() > 9 || !expires.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw RefusedException.incomplete("X-Amz-Expires should be a number");
        }
        long seconds = Long.parseLong(expires);
        if (seconds < 1) {
            throw RefusedException.incomplete("X-Amz-Expires must be at least one second");
        }
        if (seconds > LONGEST_PRESIGNED_SECONDS) {
            throw RefusedException.incomplete("X-Amz-Expires must be less than a week (in seconds); that is, the given"
                    + " X-Amz-Expires must be less than 604800 seconds");
        }
        return seconds;
    }

    private static void checkSignedHeaders(SignedRequest request, Claim claim) throws RefusedException {
        if (!claim.signedHeaders().contains("host")) {
            throw RefusedException.invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
        for (SignedRequest.Header header : request.headers()) {
            if (header.name().regionMatches(true, 0, "x-amz-", 0, 6)) {
                String name = header.name().toLowerCase(Locale.ROOT);
                if (!MAY_BE_UNSIGNED.contains(name) && !claim.signedHeaders().contains(name)) {
                    throw new RefusedException(
                            Verdict.Kind.ACCESS_DENIED,
                            "There were headers present in the request which were not signed: "
                                    + RefusedException.quote(name));
                }
            }
        }
    }

    private static void checkDeclaredHash(SignedRequest request) throws RefusedException {
        for (SignedRequest.Header header : request.headers()) {
            if (header.is("X-Amz-Content-Sha256") && !header.value().strip().equals(request.payloadSha256())) {
                throw RefusedException.mismatch();
            }
        }
    }

    private static boolean isSignedWith(byte[] key, SignedRequest request, Claim claim, CredentialScope scope)
            throws RefusedException {
        byte[] sent = claim.signature().getBytes(StandardCharsets.UTF_8);
        String head = Claim.ALGORITHM + '\n' + AmzDate.text(claim.date()) + '\n' + scope.text() + '\n';
        List<String> hashes = new CanonicalRequest(request, claim).hashes();
        boolean found = false;
        for (String hash : hashes) {
            found |= MessageDigest.isEqual(Sha256.hexHmac(key, head + hash), sent);
        }
        return found;
    }

    private static void checkToken(Credential credential, Claim claim) throws RefusedException {
        String expected = credential.sessionToken();
        String sent = claim.sessionToken();
        boolean same = expected == null || sent == null
                ? expected == sent
                : MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
        if (!same) {
            throw RefusedException.unrecognized();
        }
    }
}
