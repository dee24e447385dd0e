// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import java.io.Serial;

/** Carries a refusal out of the readers of this package; it never leaves the package, and has no stack trace to fill. */
final class RefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 128;

    private final Verdict.Kind kind;
    private final String sentence;

    RefusedException(Verdict.Kind kind, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.sentence = sentence;
    }

    static RefusedException incomplete(String sentence) {
        return new RefusedException(Verdict.Kind.INCOMPLETE_SIGNATURE, sentence);
    }

    static RefusedException invalid(String sentence) {
        return new RefusedException(Verdict.Kind.INVALID_SIGNATURE, sentence);
    }

    static RefusedException mismatch() {
        return invalid(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                        + " Access Key and signing method. Consult the service documentation for details.");
    }

    static RefusedException unrecognized() {
        return new RefusedException(
                Verdict.Kind.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid.");
    }

    Verdict.Refused verdict() {
        return new Verdict.Refused(kind, sentence);
    }

    /** What the client sent, short enough to be quoted in an answer. */
    static String quote(String fromClient) {
        return fromClient.length() <= LONGEST_QUOTE ? fromClient : fromClient.substring(0, LONGEST_QUOTE) + "...";
    }
}
