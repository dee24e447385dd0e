// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.metrics;

import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.contract.served.IntegrationSpec;
import io.gatehouse.contract.served.Route;
import io.gatehouse.contract.served.ServedApi;
import io.gatehouse.data.pipeline.Meter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What counts the exchanges of one stage, those of its routes that are counted by themselves, and the calls of its backends.
 * Belongs to a stage as it is served: whatever is compiled in its place goes on with the counts of what it still has, and the
 * rest is gone with it. Immutable but for the counts.
 */
public final class StageMeters {
    private static final String ANY = "ANY";

    private final Owner owner;
    private final ExchangeMeter whole;
    private final Map<Method, ExchangeMeter> methods = new HashMap<>();
    private final Map<String, TargetMeter> targets = new HashMap<>();

    /** Whose counts they are. */
    record Owner(String apiId, String apiName, String stage) {}

    /** A route as its author knows it. */
    record Method(String resource, String verb) {
        static Method of(Route route) {
            String verb = route.verb();
            return new Method(route.template(), verb == null ? ANY : verb);
        }
    }

    private StageMeters(Owner owner, ExchangeMeter whole) {
        this.owner = owner;
        this.whole = whole;
    }

    /**
     * The meters of a stage.
     *
     * @param apiName the API's name
     * @param apis what the stage serves: one deployment, or two with a canary, which are counted together
     * @param earlier what has counted for the stage until now; {@code null} for a new stage
     */
    public static StageMeters of(String apiName, List<ServedApi> apis, @Nullable StageMeters earlier) {
        ApiIdentity identity = apis.getFirst().identity();
        Owner owner = new Owner(identity.apiId(), apiName, identity.stage());
        StageMeters before =
                earlier != null && earlier.owner.equals(owner) ? earlier : new StageMeters(owner, new ExchangeMeter());
        StageMeters meters = new StageMeters(owner, before.whole);
        for (ServedApi api : apis) {
            for (Route route : api.routes()) {
                meters.add(route, api.variables(), before);
            }
        }
        return meters;
    }

    private void add(Route route, Map<String, String> variables, StageMeters before) {
        if (route.settings().metrics()) {
            methods.computeIfAbsent(
                    Method.of(route), method -> before.methods.getOrDefault(method, new ExchangeMeter()));
        }
        String target = targetOf(route, variables);
        if (target != null) {
            targets.computeIfAbsent(target, name -> before.targets.getOrDefault(name, new TargetMeter()));
        }
    }

    private static @Nullable String targetOf(Route route, Map<String, String> variables) {
        return switch (route.integration()) {
            case IntegrationSpec.HttpProxy proxy -> TargetName.of(proxy.target().uri(), variables);
            case IntegrationSpec.HttpMapped mapped ->
                TargetName.of(mapped.target().uri(), variables);
            case IntegrationSpec.Mock mock -> null;
            case IntegrationSpec.Unserved unserved -> null;
        };
    }

    /**
     * The meter of a route.
     *
     * @param variables the stage variables that it is served with
     */
    public Meter of(Route route, Map<String, String> variables) {
        String target = targetOf(route, variables);
        return new RouteMeter(
                whole,
                route.settings().metrics() ? methods.get(Method.of(route)) : null,
                target == null ? null : targets.get(target));
    }

    /** The meter of requests to the stage that no route takes. */
    public Meter unmatched() {
        return new RouteMeter(whole, null, null);
    }

    Owner owner() {
        return owner;
    }

    ExchangeMeter whole() {
        return whole;
    }

    Map<Method, ExchangeMeter> methods() {
        return methods;
    }

    Map<String, TargetMeter> targets() {
        return targets;
    }
}
