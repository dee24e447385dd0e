// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.publish;

/**
 * A data plane that wants to know at once that there is something to read. A hint only: whoever misses one reads the same at
 * the next.
 */
public interface PublicationListener {

    /**
     * Something was published and committed. Called on a worker thread before the request that published is answered, so
     * that whoever waits here makes the answer come when the change is served already.
     *
     * @param sequence the highest number that the request published
     */
    void published(long sequence);
}
