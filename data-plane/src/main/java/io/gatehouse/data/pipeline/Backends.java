// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.vertx.core.Future;

/** The way to HTTP backends from one event-loop group; plans are shared between groups, connections are not. */
public interface Backends {

    /**
     * Sends the exchange's {@link BackendRequest} and completes, on the exchange's event loop, with the head of
     * the answer, its body paused. Registers the exchange's cancellation.
     *
     * @param timeoutMillis until the head of the answer is here
     * @param verifyCertificate whether a TLS backend has to prove its name
     * @return fails with a {@link FaultException}: {@code INTEGRATION_TIMEOUT}, {@code INTEGRATION_FAILURE} or
     *     {@code REQUEST_TOO_LARGE}
     */
    Future<BackendAnswer> send(Exchange exchange, int timeoutMillis, boolean verifyCertificate);
}
