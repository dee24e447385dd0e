// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile;

import io.gatehouse.contract.served.LogLevel;
import io.gatehouse.contract.served.LogSpec;
import io.gatehouse.contract.served.Route;
import io.gatehouse.contract.served.ServedApi;
import io.gatehouse.data.observe.AccessLog;
import io.gatehouse.data.observe.ExecutionLines;
import io.gatehouse.data.observe.LogFiles;
import io.gatehouse.data.observe.LogVariables;
import io.gatehouse.data.observe.TraceFile;
import io.gatehouse.data.observe.TraceSteps;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a plan has of logs: nothing where nothing is logged. */
final class RouteLogs {
    private final @Nullable LogFiles files;
    private final LogVariables variables;
    private final Clock clock;
    private final TraceSteps steps;

    /**
     * @param files the logs that stages name; {@code null} to log none
     */
    RouteLogs(@Nullable LogFiles files, LogVariables variables, Clock clock) {
        this.files = files;
        this.variables = variables;
        this.clock = clock;
        this.steps = new TraceSteps(clock);
    }

    /** The steps that tell of an exchange while it runs; {@code null} where its course is not logged. */
    @Nullable
    TraceSteps steps(Route route) {
        return files != null && route.settings().logLevel() == LogLevel.INFO ? steps : null;
    }

    /** The access log of an API; {@code null} when it has none. */
    @Nullable
    AccessLog access(ServedApi api) {
        LogSpec.Access access = api.logs().access();
        return files == null || access == null
                ? null
                : new AccessLog(access.format(), variables, files.named(access.name()));
    }

    /** The log of how a route's exchanges went; {@code null} when they are not logged. */
    @Nullable
    ExecutionLines execution(ServedApi api, Route route) {
        return files == null || route.settings().logLevel() == LogLevel.OFF
                ? null
                : new ExecutionLines(
                        route.settings(), new TraceFile(files.named(api.logs().execution())), clock);
    }
}
