// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

/**
 * Why the gateway itself refuses a request. The names are the gateway response types of the API reference
 * (PutGatewayResponse), without the two defaults, which are no reasons.
 */
public enum FaultKind {
    ACCESS_DENIED(403),
    API_CONFIGURATION_ERROR(500),
    AUTHORIZER_CONFIGURATION_ERROR(500),
    AUTHORIZER_FAILURE(500),
    BAD_REQUEST_BODY(400),
    BAD_REQUEST_PARAMETERS(400),
    EXPIRED_TOKEN(403),
    INTEGRATION_FAILURE(504),
    INTEGRATION_TIMEOUT(504),
    INVALID_API_KEY(403),
    INVALID_SIGNATURE(403),
    MISSING_AUTHENTICATION_TOKEN(403),
    QUOTA_EXCEEDED(429),
    REQUEST_TOO_LARGE(413),
    RESOURCE_NOT_FOUND(404),
    THROTTLED(429),
    UNAUTHORIZED(401),
    UNSUPPORTED_MEDIA_TYPE(415),
    WAF_FILTERED(403);

    private final int status;

    FaultKind(int status) {
        this.status = status;
    }

    /** The HTTP status of such a refusal where the API sets none of its own. */
    public int status() {
        return status;
    }
}
