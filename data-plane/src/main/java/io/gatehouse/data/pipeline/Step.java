// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.vertx.core.Future;

/**
 * One element of a plan: stateless, shared by all exchanges of its route, never blocking. A step refuses a
 * request by throwing a {@link FaultException} or by failing its future with one; anything else that it throws
 * is the gateway's own internal error.
 */
@FunctionalInterface
public interface Step {

    /** What a step returns that has finished; comparing with it costs nothing. */
    Future<Void> DONE = Future.succeededFuture();

    /** Does its part on the exchange's event loop, and completes there. */
    Future<Void> apply(Exchange exchange);
}
