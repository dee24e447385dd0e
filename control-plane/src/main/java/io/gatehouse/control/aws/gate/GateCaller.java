// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.control.aws.Caller;
import io.gatehouse.control.aws.CurrentCaller;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;

/** The caller whom the gate let in. */
@Singleton
final class GateCaller implements CurrentCaller {

    private final CurrentVertxRequest current;

    GateCaller(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Caller get() {
        Call call = Call.of(current.getCurrent());
        if (call == null) {
            throw new IllegalStateException("no call of the management API is being answered here");
        }
        return call.caller();
    }
}
