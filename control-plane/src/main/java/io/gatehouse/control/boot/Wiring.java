// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.gatehouse.control.aws.gate.ManagementAccess;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the rest of the program is handed from outside: the clock, and what the configuration decided. */
final class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    ManagementAccess managementAccess(GatehouseConfig config) {
        return config.managementAccess();
    }
}
