// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.gatehouse.control.aws.gate.ManagementAccess;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the configuration decides for the rest of the program, which does not read it. */
final class Wiring {

    @Produces
    @Singleton
    ManagementAccess managementAccess(GatehouseConfig config) {
        return config.managementAccess();
    }
}
