// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.control.aws.Caller;
import io.gatehouse.control.aws.operation.Operation;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * What the gate found out about a call that it let in.
 *
 * @param requestId the answer's {@code x-amzn-RequestId}
 */
record Call(Caller caller, Operation operation, String requestId) {

    private static final String KEY = Call.class.getName();

    void attachTo(RoutingContext context) {
        context.put(KEY, this);
    }

    static @Nullable Call of(@Nullable RoutingContext context) {
        return context == null ? null : context.get(KEY);
    }
}
