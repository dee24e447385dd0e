// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

/** Where the lines of one log go. Any thread may write; none ever waits. */
public interface LogSink {

    /**
     * Takes whole lines, each with its line break, which are then written together. They are dropped, and counted, when too much is
     * waiting to be written already.
     */
    void write(byte[] lines);
}
