// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.testkit;

import java.io.Serial;

/** The program could not be started; the message holds what it printed, so that the test's report says why. */
public final class GatehouseStartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    GatehouseStartException(String message) {
        super(message);
    }

    GatehouseStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
