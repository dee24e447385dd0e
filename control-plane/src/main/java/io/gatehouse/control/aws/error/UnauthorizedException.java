// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/** The caller is known and lacks the permission; HTTP 401. */
public final class UnauthorizedException extends AwsException {

    private static final long serialVersionUID = 1L;

    private UnauthorizedException(String message) {
        super(401, "UnauthorizedException", message);
    }

    /** The refusal with AWS's text to the letter. */
    public static UnauthorizedException of(String message) {
        return new UnauthorizedException(message);
    }
}
