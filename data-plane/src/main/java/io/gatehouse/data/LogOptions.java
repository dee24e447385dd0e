// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import io.gatehouse.contract.served.LogFormat;
import io.gatehouse.data.compile.StagePlans;
import io.gatehouse.data.observe.AccessLog;
import io.gatehouse.data.observe.ExecutionLog;
import io.gatehouse.data.observe.LogFiles;
import io.gatehouse.data.observe.LogLimits;
import io.gatehouse.data.pipeline.Exchange;
import io.vertx.core.Handler;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a data plane logs requests.
 *
 * @param directory of the logs that stages name
 * @param limits what logs may cost
 * @param access a log of every request of every API; {@code null} for none
 */
public record LogOptions(
        Path directory, LogLimits limits, @Nullable Access access) {

    /**
     * A log of every request.
     *
     * @param file where; {@code null} for standard output
     * @param format what a line is made of
     */
    public record Access(@Nullable Path file, LogFormat format) {}

    /** What watches every exchange. */
    Handler<Exchange> watching(LogFiles files) {
        ExecutionLog failures = new ExecutionLog();
        if (access == null) {
            return failures;
        }
        AccessLog lines = new AccessLog(
                access.format(),
                StagePlans.variables(),
                access.file() == null ? files.standardOutput() : files.file(access.file()));
        return ended -> {
            failures.handle(ended);
            lines.handle(ended);
        };
    }
}
