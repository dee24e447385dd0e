// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

/**
 * The identifiers of one request.
 *
 * @param requestId {@code x-amzn-RequestId}: a UUID
 * @param extendedRequestId {@code x-amz-apigw-id}
 * @param trace the {@code X-Amzn-Trace-Id} field: the client's, or a new root
 */
public record RequestIds(String requestId, String extendedRequestId, String trace) {

    /** The same request in another trace, or with more said of it. */
    public RequestIds withTrace(String field) {
        return new RequestIds(requestId, extendedRequestId, field);
    }
}
