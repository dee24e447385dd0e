// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/** Something that the operation needs does not answer now; HTTP 503. Clients retry. */
public final class ServiceUnavailableException extends AwsException {

    private static final long serialVersionUID = 1L;

    private ServiceUnavailableException(String message) {
        super(503, "ServiceUnavailableException", message);
    }

    /** The refusal with AWS's text to the letter. */
    public static ServiceUnavailableException of(String message) {
        return new ServiceUnavailableException(message);
    }
}
