// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/** A quota of the account that would be exceeded; HTTP 429. */
public final class LimitExceededException extends AwsException {

    private static final long serialVersionUID = 1L;

    private LimitExceededException(String message) {
        super(429, "LimitExceededException", message);
    }

    /** The refusal with AWS's text to the letter. */
    public static LimitExceededException of(String message) {
        return new LimitExceededException(message);
    }
}
