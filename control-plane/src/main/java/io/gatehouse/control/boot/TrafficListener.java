// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

/** What listens on the traffic port, for those that tell people about it. */
public interface TrafficListener {
    /** The port it is bound to, also where the configuration asked for any free one. */
    int boundPort();
}
