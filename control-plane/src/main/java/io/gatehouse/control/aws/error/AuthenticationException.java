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

    /** No signature at all, or a path that no operation has: AWS answers both alike. */
    public static AuthenticationException missingToken() {
        return new AuthenticationException("MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    /** A signature that lacks a part; the message names what. */
    public static AuthenticationException incompleteSignature(String message) {
        return new AuthenticationException("IncompleteSignatureException", message);
    }

    /** A signature that is complete and wrong, or too old; the message says which. */
    public static AuthenticationException invalidSignature(String message) {
        return new AuthenticationException("InvalidSignatureException", message);
    }

    /** An access key that nobody here has. */
    public static AuthenticationException unrecognizedClient() {
        return new AuthenticationException(
                "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    /** A caller who is known and not let in. */
    public static AuthenticationException accessDenied(String message) {
        return new AuthenticationException("AccessDeniedException", message);
    }
}
