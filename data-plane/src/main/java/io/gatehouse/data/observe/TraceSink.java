// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Trace;

/** What becomes of the trace of an exchange that has ended. */
@FunctionalInterface
public interface TraceSink {

    /** Takes all lines, which stay together. */
    void take(Exchange ended, Trace whole);
}
