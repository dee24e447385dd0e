// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.listen;

import io.gatehouse.contract.served.Admission;
import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.contract.served.AuthorizationSpec;
import io.gatehouse.contract.served.FaultStyle;
import io.gatehouse.contract.served.Faults;
import io.gatehouse.contract.served.IntegrationSpec;
import io.gatehouse.contract.served.LogSpec;
import io.gatehouse.contract.served.PathMatcher;
import io.gatehouse.contract.served.PathMatcher.Segment;
import io.gatehouse.contract.served.Route;
import io.gatehouse.contract.served.RouteSettings;
import io.gatehouse.contract.served.ServedApi;
import io.gatehouse.data.match.RouteTree;
import io.gatehouse.data.metrics.StageMeters;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Plan;
import io.gatehouse.data.pipeline.Step;
import io.gatehouse.data.table.ServedStage;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A stage with plans made by hand: each path's first segment names what its one step does. */
final class TestPlans {
    private final Map<String, Step> steps;
    private final ServedApi api = new ServedApi(
            new ApiIdentity("123456789012", "eu-west-1", "a1", "prod", "dep1", null),
            new Faults(FaultStyle.AWS_REST, Map.of()),
            List.of(),
            Map.of(),
            List.of(),
            null,
            Map.of(),
            new LogSpec(null, "test"));

    TestPlans(Map<String, Step> steps) {
        this.steps = steps;
    }

    ServedStage stage() {
        List<Route> routes = new ArrayList<>();
        for (String name : steps.keySet()) {
            routes.add(route(name));
        }
        return new ServedStage(
                api,
                RouteTree.of(routes, route -> plan(route, Objects.requireNonNull(steps.get(route.id())))),
                plan(route("unmatched"), exchange -> {
                    throw new IllegalStateException("unmatched");
                }),
                StageMeters.of("pets", List.of(api), null),
                null);
    }

    Plan nowhere() {
        return plan(route("nowhere"), exchange -> Step.DONE);
    }

    private Plan plan(Route route, Step step) {
        return new Plan(api, route, exchange -> Map.of(), List.of(step), List.of(), List.of(TestPlans::fault));
    }

    private static Future<Void> fault(Exchange exchange) {
        exchange.outbound().headers().clear();
        if (exchange.failure() instanceof FaultException fault) {
            exchange.outbound()
                    .status(
                            switch (fault.kind()) {
                                case REQUEST_TOO_LARGE -> 413;
                                case RESOURCE_NOT_FOUND -> 404;
                                default -> 403;
                            });
            return exchange.outbound().send(Buffer.buffer(fault.kind() + " " + fault.clientMessage()));
        }
        exchange.outbound().status(500);
        return exchange.outbound().send(Buffer.buffer(String.valueOf(exchange.failure())));
    }

    private static Route route(String name) {
        return new Route(
                name,
                "/" + name,
                null,
                new PathMatcher.Segments(List.of(new Segment.Literal(name))),
                0,
                new Admission(new AuthorizationSpec.Open(), null),
                new IntegrationSpec.Unserved("made by hand"),
                RouteSettings.NONE);
    }
}
