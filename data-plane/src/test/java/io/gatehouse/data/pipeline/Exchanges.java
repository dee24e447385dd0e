// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.pipeline;

import io.gatehouse.contract.served.Admission;
import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.contract.served.AuthorizationSpec;
import io.gatehouse.contract.served.FaultStyle;
import io.gatehouse.contract.served.Faults;
import io.gatehouse.contract.served.IntegrationSpec;
import io.gatehouse.contract.served.LogSpec;
import io.gatehouse.contract.served.PathMatcher;
import io.gatehouse.contract.served.Route;
import io.gatehouse.contract.served.RouteSettings;
import io.gatehouse.contract.served.ServedApi;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/** Exchanges for tests of steps: no server, no backend. */
public final class Exchanges {
    private Exchanges() {}

    /** An exchange of this request, on a route of its own. */
    public static Exchange of(FakeInbound inbound) {
        return of(inbound, plan(List.of(), List.of(), List.of()));
    }

    /** An exchange whose path held these variables. */
    public static Exchange of(FakeInbound inbound, Map<String, String> pathParameters) {
        return exchange(inbound, plan(List.of(), List.of(), List.of()), pathParameters);
    }

    /** An exchange that runs this plan. */
    public static Exchange of(FakeInbound inbound, Plan plan) {
        return exchange(inbound, plan, Map.of());
    }

    private static Exchange exchange(FakeInbound inbound, Plan plan, Map<String, String> pathParameters) {
        RequestIds ids = new RequestIds("request-1", "extended-1", "Root=1-65cae000-0123456789abcdef01234567");
        Backends none = (exchange, timeout, verify) -> Future.failedFuture("no backend here");
        return new Exchange(plan, inbound, new FakeOutbound(), none, ids, pathParameters, 0);
    }

    /** What the exchange's client was sent. */
    public static FakeOutbound answer(Exchange exchange) {
        return (FakeOutbound) exchange.outbound();
    }

    /** A plan of these steps. */
    public static Plan plan(List<Step> request, List<Step> response, List<Step> fault) {
        Route route = new Route(
                "res123",
                "/pets",
                "GET",
                new PathMatcher.Segments(List.of(new PathMatcher.Segment.Literal("pets"))),
                0,
                new Admission(new AuthorizationSpec.Open(), null),
                new IntegrationSpec.Unserved("a test's"),
                RouteSettings.NONE);
        ServedApi api = new ServedApi(
                new ApiIdentity("000000000000", "us-east-1", "abc123", "prod", "dep123", null),
                new Faults(FaultStyle.AWS_REST, Map.of()),
                List.of(route),
                Map.of("colour", "green"),
                List.of("image/png"),
                null,
                Map.of(),
                new LogSpec(null, "test"));
        ContextVariables variables = exchange -> Map.of("stage", "prod", "identity", Map.of("sourceIp", "203.0.113.7"));
        return new Plan(api, route, variables, request, response, fault);
    }
}
