// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/**
 * A request whose caller is not established; HTTP 403. Source: AWS General Reference, "Common Error Types".
 */
public final class AuthenticationException extends AwsException {

    private static final long serialVersionUID = 1L;

    private AuthenticationException(String code, String message) {
        super(403, code, message);
    }

    /** The refusal of a signature, in the words of its verification. */
    public static AuthenticationException of(String code, String message) {
        return new AuthenticationException(code, message);
    }

    /** No signature at all, or a path that no operation has: AWS answers both alike. */
    public static AuthenticationException missingToken() {
        return new AuthenticationException("MissingAuthenticationTokenException", "Missing Authentication Token");
    }
}
