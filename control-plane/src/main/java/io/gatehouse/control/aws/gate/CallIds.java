// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Where the identifiers of calls come from, by which a call is found again in logs. */
@Singleton
class CallIds {
    private static final int GATEWAY_ID_BYTES = 11;

    private final SecureRandom random = new SecureRandom();

    /**
     * The identifiers of one call.
     *
     * @param requestId {@code x-amzn-RequestId}: a UUID
     * @param gatewayId {@code x-amz-apigw-id}: as AWS's own, the Base64 text of eleven bytes
     */
    record CallId(String requestId, String gatewayId) {}

    CallId next() {
        byte[] gatewayId = new byte[GATEWAY_ID_BYTES];
        random.nextBytes(gatewayId);
        return new CallId(UUID.randomUUID().toString(), Base64.getEncoder().encodeToString(gatewayId));
    }
}
