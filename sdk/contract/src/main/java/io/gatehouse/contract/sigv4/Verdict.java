// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

/** What became of a request's claim to be someone's. */
public sealed interface Verdict {

    /** The claim holds. */
    record Accepted(Identity identity) implements Verdict {}

    /**
     * The claim does not hold; the answer is HTTP 403 whatever the kind.
     *
     * @param kind which of AWS's errors it is
     * @param message AWS's sentence; it may quote what the client sent, shortened, so it must be escaped when it is written
     */
    record Refused(Kind kind, String message) implements Verdict {}

    /** AWS's errors of authentication (IAM User Guide, "Troubleshoot Signature Version 4 signing for AWS API requests"). */
    enum Kind {
        /** There is no claim at all. */
        MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException"),
        /** The claim lacks a part, or a part of it cannot be read. */
        INCOMPLETE_SIGNATURE("IncompleteSignatureException"),
        /** The access key is not known, or its session token is not the one brought. */
        UNRECOGNIZED_CLIENT("UnrecognizedClientException"),
        /** The signature is another one, or was made for another service, region or day. */
        INVALID_SIGNATURE("InvalidSignatureException"),
        /** The signature was made too long ago, or with a clock ahead of ours; AWS has the same code for it. */
        SIGNATURE_EXPIRED("InvalidSignatureException"),
        /** A header that has to be signed is not. */
        ACCESS_DENIED("AccessDeniedException");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The value of {@code x-amzn-ErrorType}. */
        public String code() {
            return code;
        }
    }
}
