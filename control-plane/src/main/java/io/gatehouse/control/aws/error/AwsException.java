// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/**
 * A refusal that the client sees as an AWS error: code in {@code x-amzn-ErrorType}, HTTP status, message in the body.
 * Expected outcomes, so none of them carries a stack trace. Source: Amazon API Gateway API Reference, "Errors" of each
 * action, and "Common Error Types".
 */
public abstract sealed class AwsException extends RuntimeException
        permits AuthenticationException,
                BadRequestException,
                ConflictException,
                LimitExceededException,
                NotFoundException,
                NotImplementedException,
                RequestTimeoutException,
                RequestTooLargeException,
                SerializationException,
                ServiceUnavailableException,
                TooManyRequestsException,
                UnauthorizedException,
                ValidationException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    AwsException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The HTTP status of the answer. */
    public final int status() {
        return status;
    }

    /** The error's code, such as {@code NotFoundException}. */
    public final String code() {
        return code;
    }

    /** The message, never absent. */
    public final String message() {
        return String.valueOf(getMessage());
    }
}
