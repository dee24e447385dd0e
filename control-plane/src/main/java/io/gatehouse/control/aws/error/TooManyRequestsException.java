// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/** The caller is too fast; HTTP 429. Clients retry. */
public final class TooManyRequestsException extends AwsException {

    private static final long serialVersionUID = 1L;

    private TooManyRequestsException(String message) {
        super(429, "TooManyRequestsException", message);
    }

    /** The refusal with AWS's text to the letter. */
    public static TooManyRequestsException of(String message) {
        return new TooManyRequestsException(message);
    }
}
