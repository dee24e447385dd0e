// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

/**
 * Counts the exchanges of one plan. Told on event loops, by many at a time: an implementation neither blocks, nor fails, nor
 * makes objects.
 */
public interface Meter {

    /** Counts nothing. */
    Meter NONE = new Meter() {
        @Override
        public void called() {}

        @Override
        public void connected() {}

        @Override
        public void ended(Exchange exchange) {}
    };

    /** A backend is called: a connection is waited for. */
    void called();

    /** A call has its connection. */
    void connected();

    /** An exchange is over, however it went; told once for each. */
    void ended(Exchange exchange);
}
