// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.error;

/** A request body beyond the API's limit; HTTP 413. */
public final class RequestTooLargeException extends AwsException {

    private static final long serialVersionUID = 1L;

    private RequestTooLargeException() {
        super(413, "RequestEntityTooLargeException", "Request Too Long");
    }

    /** The body is longer than the management API takes. */
    public static RequestTooLargeException body() {
        return new RequestTooLargeException();
    }
}
