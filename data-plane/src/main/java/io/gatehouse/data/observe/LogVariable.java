// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import io.gatehouse.data.pipeline.Exchange;

/** A variable of a front end, as an access log writes it. Called once an exchange has ended, on its event loop. */
@FunctionalInterface
public interface LogVariable {

    /** Writes the value that an exchange has: exactly one. */
    void write(Exchange ended, LogLine line);
}
