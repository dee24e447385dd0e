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
import java.util.OptionalInt;

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

    /** How long the probes are answered "draining" before the ports close, for load balancers to notice. */
    @WithDefault("0s")
    Duration drainDelay();

    /** Certificate of the traffic port: PEM text, the chain after it, or a PKCS #12 file ({@code .p12}, {@code .pfx}); plain HTTP when absent. */
    Optional<Path> tlsCert();

    /** Private key of {@link #tlsCert()} as PEM text; when absent it stands in the certificate's file. */
    Optional<Path> tlsKey();

    /** Password of a PKCS #12 file. */
    Optional<String> tlsPassword();

    /** Longest body of a request, and of a backend's answer that is mapped: bytes, or with K or M at the end. */
    @WithDefault("10M")
    String maxBodySize();

    /** Connections that the traffic port serves at a time; as many as the limit of open files allows when absent. */
    OptionalInt maxConnections();

    /** Connections that the port for tools serves at a time; 512, or as many as the limit of open files allows, when absent. */
    OptionalInt toolsMaxConnections();

    /** Addresses and ranges (CIDR) of the proxies whose X-Forwarded-* fields are believed. */
    Optional<List<String>> trustedProxies();

    /** Addresses and ranges (CIDR) of other machines that may read {@code /_gatehouse/metrics}; this machine always may. */
    Optional<List<String>> metricsReaders();

    /** How long a client may take over the head of a request. */
    @WithDefault("10s")
    Duration headTimeout();

    /** How long a body may make no progress, in either direction. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** How long a connection without a request is kept. */
    @WithDefault("60s")
    Duration idleTimeout();

    /** File of a log of every request of every deployed API; {@code -} for standard output; no such log when absent. */
    Optional<String> accessLog();

    /** What a line of {@link #accessLog()} is made of, as stages write it; the Common Log Format when absent. */
    @WithDefault(COMMON_LOG_FORMAT)
    String accessLogFormat();

    /** Size at which a log's file is put aside and a new one begun: bytes, or with K or M at the end. */
    @WithDefault("64M")
    String logMaxSize();

    /** Files of each log that are kept after they were put aside. */
    @WithDefault("4")
    int logMaxFiles();

    /** The guide's example of a format. */
    String COMMON_LOG_FORMAT = "$context.identity.sourceIp $context.identity.caller $context.identity.user"
            + " [$context.requestTime] \"$context.httpMethod $context.path $context.protocol\" $context.status"
            + " $context.responseLength $context.requestId $context.extendedRequestId $context.responseLatency";

    /** Connections to one address of a backend at a time, on each port; event loops share them evenly. */
    @WithDefault("1024")
    int backendConnections();

    /** Calls that wait for a connection to one address of a backend, on each port; more are answered 504 at once. */
    @WithDefault("4096")
    int backendWaiting();

    /** How long what was found out about a backend's name is taken for fresh. */
    @WithDefault("10s")
    Duration backendAddressTtl();

    /** Authorities, as PEM text, that backends' certificates may be signed by, besides those the system trusts. */
    Optional<Path> backendCa();

    /** Certificate that is shown to backends that ask for one: PEM text, or a PKCS #12 file; none when absent. */
    Optional<Path> backendCert();

    /** Private key of {@link #backendCert()} as PEM text; when absent it stands in the certificate's file. */
    Optional<Path> backendKey();

    /** Password of a PKCS #12 file of {@link #backendCert()}. */
    Optional<String> backendCertPassword();

    /** {@link #maxBodySize()} in bytes. */
    default int maxBodyBytes() {
        return Settings.bytes(maxBodySize());
    }

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
