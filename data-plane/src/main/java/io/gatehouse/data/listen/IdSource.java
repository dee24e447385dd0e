// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.data.pipeline.RequestIds;
import org.jspecify.annotations.Nullable;

/** Gives each request its identifiers. Called on event loops: it must not block. */
@FunctionalInterface
public interface IdSource {

    /**
     * New identifiers.
     *
     * @param clientTrace the client's {@code X-Amzn-Trace-Id}, if it sent one
     * @param nowMillis the time, milliseconds since the epoch
     */
    RequestIds next(@Nullable String clientTrace, long nowMillis);
}
