// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/** A request that collides with what exists, such as a name that is taken; HTTP 409. */
public final class ConflictException extends AwsException {

    private static final long serialVersionUID = 1L;

    private ConflictException(String message) {
        super(409, "ConflictException", message);
    }

    /** The refusal with AWS's text to the letter. */
    public static ConflictException of(String message) {
        return new ConflictException(message);
    }
}
