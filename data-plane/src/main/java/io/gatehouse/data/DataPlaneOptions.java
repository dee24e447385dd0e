// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data;

import io.gatehouse.data.listen.ListenOptions;
import io.gatehouse.data.upstream.BackendOptions;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a data plane is set up.
 *
 * @param bodyLimit bytes that a request's body, or an answer that is mapped, may have
 * @param resolve {@code HOST:PORT} of a definition to the {@code HOST:PORT} to connect to instead
 * @param eventLoops threads that serve the traffic port
 * @param pollInterval how often to look for publications that nobody has told of, and for a renewed certificate
 * @param listen what clients of the traffic port may do
 * @param backends how backends are called
 * @param logs where requests are logged; {@code null} for nowhere, whatever stages say
 */
public record DataPlaneOptions(
        int bodyLimit,
        Map<String, String> resolve,
        int eventLoops,
        Duration pollInterval,
        ListenOptions listen,
        BackendOptions backends,
        @Nullable LogOptions logs) {
    /** What AWS allows (developer guide, "Quotas for configuring and running a REST API"). */
    private static final int AWS_BODY_LIMIT = 10 * 1024 * 1024;

    public DataPlaneOptions {
        resolve = Map.copyOf(resolve);
    }

    /** AWS's limits, one event loop per processor, a look for publications every second. */
    public static DataPlaneOptions defaults() {
        return new DataPlaneOptions(
                AWS_BODY_LIMIT,
                Map.of(),
                Runtime.getRuntime().availableProcessors(),
                Duration.ofSeconds(1),
                ListenOptions.defaults(),
                BackendOptions.defaults(),
                null);
    }

    /** The same with other addresses for some names. */
    public DataPlaneOptions withResolve(Map<String, String> addresses) {
        return new DataPlaneOptions(bodyLimit, addresses, eventLoops, pollInterval, listen, backends, logs);
    }

    /** The same with another limit of bodies. */
    public DataPlaneOptions withBodyLimit(int bytes) {
        return new DataPlaneOptions(bytes, resolve, eventLoops, pollInterval, listen, backends, logs);
    }

    /** The same with another number of event loops. */
    public DataPlaneOptions withEventLoops(int loops) {
        return new DataPlaneOptions(bodyLimit, resolve, loops, pollInterval, listen, backends, logs);
    }

    /** The same with other terms for clients. */
    public DataPlaneOptions withListen(ListenOptions terms) {
        return new DataPlaneOptions(bodyLimit, resolve, eventLoops, pollInterval, terms, backends, logs);
    }

    /** The same with other terms for backends. */
    public DataPlaneOptions withBackends(BackendOptions terms) {
        return new DataPlaneOptions(bodyLimit, resolve, eventLoops, pollInterval, listen, terms, logs);
    }

    /** The same with logs. */
    public DataPlaneOptions withLogs(LogOptions where) {
        return new DataPlaneOptions(bodyLimit, resolve, eventLoops, pollInterval, listen, backends, where);
    }
}
