// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.gatehouse.contract.served.Route;
import io.gatehouse.contract.served.ServedApi;
import io.vertx.core.Handler;
import java.util.List;

/**
 * The compiled steps of one route. Immutable; an exchange in flight keeps the plan it started with, whatever is
 * published meanwhile.
 */
public final class Plan {
    final Step[] request;
    final Step[] response;
    final Step[] fault;
    private final ServedApi api;
    private final Route route;
    private final ContextVariables contextVariables;
    private final List<Handler<Exchange>> watchers;
    private final Meter meter;

    /**
     * @param request steps from the client to the backend's answer
     * @param response steps from the backend's answer to the client
     * @param fault steps that answer for the gateway itself when one of the others refused
     * @param watchers told of each exchange that has ended, in their order
     * @param meter counts them, before the others are told
     */
    public Plan(
            ServedApi api,
            Route route,
            ContextVariables contextVariables,
            List<Step> request,
            List<Step> response,
            List<Step> fault,
            List<Handler<Exchange>> watchers,
            Meter meter) {
        this.api = api;
        this.route = route;
        this.contextVariables = contextVariables;
        this.request = request.toArray(Step[]::new);
        this.response = response.toArray(Step[]::new);
        this.fault = fault.toArray(Step[]::new);
        this.watchers = List.copyOf(watchers);
        this.meter = meter;
    }

    /** A plan that nobody watches, and whose exchanges are not counted. */
    public Plan(
            ServedApi api,
            Route route,
            ContextVariables contextVariables,
            List<Step> request,
            List<Step> response,
            List<Step> fault) {
        this(api, route, contextVariables, request, response, fault, List.of(), Meter.NONE);
    }

    /** Tells those who watch this plan that an exchange has ended. */
    public void ended(Exchange exchange) {
        meter.ended(exchange);
        for (int i = 0; i < watchers.size(); i++) {
            watchers.get(i).handle(exchange);
        }
    }

    public ServedApi api() {
        return api;
    }

    public Route route() {
        return route;
    }

    /** Counts this route's exchanges. */
    public Meter meter() {
        return meter;
    }

    /** How this route's front end names what templates and expressions can read of an exchange. */
    public ContextVariables contextVariables() {
        return contextVariables;
    }
}
