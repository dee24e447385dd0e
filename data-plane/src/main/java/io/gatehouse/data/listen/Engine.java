// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Plan;
import io.gatehouse.data.table.ServingTable;
import io.vertx.core.Handler;
import java.time.Clock;

/**
 * What all handlers of a data plane share.
 *
 * @param table what is served
 * @param nowhere answers, by its fault steps, for an API or stage that is not served
 * @param ids names requests
 * @param clock tells when they arrive
 * @param bodyLimit bytes that a request's body may have
 * @param log told of every exchange that has ended
 * @param own what it says of itself to what runs and watches the program
 * @param listen how slow a body may be, and whose word is taken for the client's address
 */
public record Engine(
        ServingTable table,
        Plan nowhere,
        IdSource ids,
        Clock clock,
        int bodyLimit,
        Handler<Exchange> log,
        OwnPages own,
        ListenOptions listen) {}
