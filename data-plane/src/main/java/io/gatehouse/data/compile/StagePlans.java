// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile;

import io.gatehouse.contract.rest.Canary;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.contract.served.ServedApi;
import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.data.authorize.Signatures;
import io.gatehouse.data.compile.rest.RestContextVariables;
import io.gatehouse.data.compile.rest.RestFrontEnd;
import io.gatehouse.data.compile.rest.RestLogVariables;
import io.gatehouse.data.match.RouteTree;
import io.gatehouse.data.metrics.StageMeters;
import io.gatehouse.data.observe.LogFiles;
import io.gatehouse.data.observe.LogVariables;
import io.gatehouse.data.pipeline.Plan;
import io.gatehouse.data.table.ServedStage;
import io.gatehouse.data.table.StageCompiler;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles published stages of REST APIs: lowers each to routes, and each route to its plan. */
public final class StagePlans implements StageCompiler {
    private static final double WHOLE = 100;

    private final RestFrontEnd frontEnd = new RestFrontEnd();
    private final RestContextVariables contextVariables = new RestContextVariables();
    private final Signatures signatures;
    private final int bodyLimit;
    private final RouteLogs logs;

    /**
     * @param credentials the keys that callers of signed routes have
     * @param clock tells how old a signature is
     * @param bodyLimit bytes at most of a body that is read whole
     * @param files the logs that stages name; {@code null} to log none
     */
    public StagePlans(Credentials credentials, Clock clock, int bodyLimit, @Nullable LogFiles files) {
        this.signatures = new Signatures(credentials, clock);
        this.bodyLimit = bodyLimit;
        this.logs = new RouteLogs(files, variables(), clock);
    }

    @Override
    public ServedStage compile(StageSnapshot snapshot, @Nullable ServedStage earlier) {
        StageMeters counted = earlier == null ? null : earlier.meters();
        String name = snapshot.definition().name();
        Canary canary = snapshot.canary();
        if (canary == null) {
            ServedApi api = frontEnd.lower(snapshot);
            return compile(api, StageMeters.of(name, List.of(api), counted), null);
        }
        ServedApi api = frontEnd.lower(snapshot, false);
        ServedApi onTrial = frontEnd.lower(snapshot.canaryAlone(), true);
        StageMeters meters = StageMeters.of(name, List.of(api, onTrial), counted);
        ServedStage trial = compile(onTrial, meters, null);
        return compile(api, meters, new ServedStage.Canary(canary.percentTraffic() / WHOLE, trial));
    }

    private ServedStage compile(ServedApi api, StageMeters meters, ServedStage.@Nullable Canary canary) {
        PlanCompiler plans = new PlanCompiler(api, contextVariables, signatures, bodyLimit, logs, meters);
        return new ServedStage(api, RouteTree.of(api.routes(), plans::compile), plans.unmatched(), meters, canary);
    }

    /** What access logs can write of an exchange. */
    public static LogVariables variables() {
        return new RestLogVariables();
    }

    /** The plan of requests that no API takes; it can only refuse. */
    public static Plan nowhere() {
        return PlanCompiler.nowhere();
    }
}
