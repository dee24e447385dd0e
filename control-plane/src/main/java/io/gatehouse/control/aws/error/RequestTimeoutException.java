// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/** The body of a call stopped coming. API Gateway's front end answers in the same words. */
public final class RequestTimeoutException extends AwsException {

    private static final long serialVersionUID = 1L;

    private RequestTimeoutException() {
        super(408, "RequestTimeoutException", "Request Timeout");
    }

    /** Nothing more of the body has come for too long. */
    public static RequestTimeoutException body() {
        return new RequestTimeoutException();
    }
}
