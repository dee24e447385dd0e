// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import java.util.concurrent.CompletionStage;

/**
 * What listens on the traffic port. The program needs to know of it where it is, and that it can be told to finish; a bean of
 * this type is looked up, so that this package depends on no data plane.
 */
public interface TrafficListener {
    /** The port it is bound to, also where the configuration asked for any free one. */
    int boundPort();

    /** Tells the readiness probe that no request is wanted any more, and serves on. */
    void unready();

    /** Stops accepting at once; the result completes when the last request in flight has its answer. Called once. */
    CompletionStage<?> drain();
}
