// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.gatehouse.control.aws.gate.ManagementAccess;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every setting of Gatehouse. Each is a key {@code gatehouse.*}, an environment variable {@code GATEHOUSE_*} and, where the
 * command line has it, a flag. A flag wins over the environment, that over {@code config/application.properties} in the current
 * directory, that over the default.
 */
@ConfigMapping(prefix = "gatehouse")
public interface GatehouseConfig {

    /** Port for tools: the management API, and invocations by host name or by path. 0 picks a free one. */
    @WithDefault("4566")
    int port();

    /** Port for traffic: serves deployed APIs only. 0 picks a free one. */
    @WithDefault("4580")
    int trafficPort();

    /** Address both ports listen on. Beyond loopback every management call must carry a valid signature. */
    @WithDefault("127.0.0.1")
    String host();

    /** Directory of everything that is stored; locked while the program runs. Relative to the current directory. */
    @WithDefault(".gatehouse/data")
    Path dataDir();

    /** Database that holds the definitions; an H2 file in the data directory when absent. */
    Optional<String> database();

    /** File of the access keys that may sign calls; when absent, {@code test} with the secret {@code test}. */
    Optional<Path> credentials();

    /** Where a backend's {@code HOST:PORT} is really found, each written {@code HOST:PORT=HOST:PORT}. */
    Optional<List<String>> resolve();

    /** Endpoint that integrations with AWS services are sent to; AWS itself when absent. */
    Optional<URI> awsEndpoint();

    /** How long requests in flight may take to finish once the program was told to stop. */
    @WithDefault("10s")
    Duration drainTimeout();

    /** {@link #resolve()} by name. */
    default Map<String, String> resolvedAddresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (String entry : resolve().orElse(List.of())) {
            int equals = entry.indexOf('=');
            addresses.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return addresses;
    }

    /** Who may call the management API. */
    default ManagementAccess managementAccess() {
        return ManagementAccess.of(host(), credentials());
    }
}
