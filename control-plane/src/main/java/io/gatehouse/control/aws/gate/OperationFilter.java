// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import io.gatehouse.control.aws.error.NotImplementedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Sees to it that the method which JAX-RS chose is the operation which the gate found: they differ in the query only. */
public final class OperationFilter {

    /** Which operations share a verb and a path with another: {@code POST /restapis?mode=import} is not CreateRestApi. */
    @ServerRequestFilter
    public void check(ResourceInfo resource, RoutingContext context) {
        Call call = Call.of(context);
        if (call != null
                && !call.operation()
                        .methodName()
                        .equals(resource.getResourceMethod().getName())) {
            throw NotImplementedException.operation(call.operation().name());
        }
    }
}
