// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The flags of {@code gatehouse run}. Each only stands for a configuration key; what a value means and whether it is good is
 * decided in one place for flags, environment and files alike ({@link Settings}).
 */
final class RunFlags {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port for tools: management API and invocations (default: 4566).")
    @Nullable
    String port;

    @Option(
            names = "--traffic-port",
            paramLabel = "PORT",
            description = "Port for traffic: deployed APIs only (default: 4580).")
    @Nullable
    String trafficPort;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: 127.0.0.1). Beyond loopback, signatures are verified.")
    @Nullable
    String host;

    @Option(
            names = "--data-dir",
            paramLabel = "DIRECTORY",
            description = "Where everything is stored (default: .gatehouse/data).")
    @Nullable
    String dataDir;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "postgresql://USER:PASSWORD@HOST:PORT/NAME, jdbc:postgresql:... or jdbc:h2:..."
                    + " (default: an H2 file in the data directory).")
    @Nullable
    String database;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "Access keys that may sign calls (default: test with the secret test).")
    @Nullable
    String credentials;

    @Option(
            names = "--resolve",
            paramLabel = "HOST:PORT=HOST:PORT",
            description = "Send what a definition sends to the first address to the second; may be repeated.")
    @Nullable
    List<String> resolve;

    @Option(
            names = "--aws-endpoint",
            paramLabel = "URL",
            description = "Where integrations with AWS services go (default: AWS).")
    @Nullable
    String awsEndpoint;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Certificate of the traffic port, PEM or PKCS #12 (default: none, plain HTTP).")
    @Nullable
    String tlsCert;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "Its private key, PEM (default: in the certificate's file).")
    @Nullable
    String tlsKey;

    @Option(
            names = "--max-body-size",
            paramLabel = "SIZE",
            description = "Longest body of a request, such as 512K or 20M (default: 10M).")
    @Nullable
    String maxBodySize;

    @Option(
            names = "--max-connections",
            paramLabel = "NUMBER",
            description = "Connections on the traffic port at a time (default: what the limit of open files allows).")
    @Nullable
    String maxConnections;

    @Option(
            names = "--trusted-proxies",
            paramLabel = "CIDR",
            split = ",",
            description = "Proxies whose X-Forwarded-* headers are believed; may be repeated (default: none).")
    @Nullable
    List<String> trustedProxies;

    @Option(
            names = "--metrics-readers",
            paramLabel = "CIDR",
            split = ",",
            description = "Other machines that may read the metrics; may be repeated (default: none).")
    @Nullable
    List<String> metricsReaders;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Log every request of every API to this file, - for standard output (default: none).")
    @Nullable
    String accessLog;

    @Option(
            names = "--access-log-format",
            paramLabel = "FORMAT",
            description = "What its lines are made of, as stages write it (default: Common Log Format).")
    @Nullable
    String accessLogFormat;

    @Option(
            names = "--log-max-size",
            paramLabel = "SIZE",
            description = "Size at which a log's file is put aside, such as 512K or 64M (default: 64M).")
    @Nullable
    String logMaxSize;

    @Option(
            names = "--log-max-files",
            paramLabel = "NUMBER",
            description = "Files of each log that are kept after they were put aside (default: 4).")
    @Nullable
    String logMaxFiles;

    @Option(
            names = "--import",
            paramLabel = "FILE",
            description = "An OpenAPI file to serve. Not there yet: the start is refused.")
    @Nullable
    String importFile;

    /** The configuration keys that were given, with their values. */
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        put(properties, "gatehouse.port", port);
        put(properties, "gatehouse.traffic-port", trafficPort);
        put(properties, "gatehouse.host", host);
        put(properties, "gatehouse.data-dir", dataDir);
        put(properties, "gatehouse.database", database);
        put(properties, "gatehouse.credentials", credentials);
        put(properties, "gatehouse.resolve", resolve == null ? null : String.join(",", resolve));
        put(properties, "gatehouse.aws-endpoint", awsEndpoint);
        put(properties, "gatehouse.tls-cert", tlsCert);
        put(properties, "gatehouse.tls-key", tlsKey);
        put(properties, "gatehouse.max-body-size", maxBodySize);
        put(properties, "gatehouse.max-connections", maxConnections);
        put(properties, "gatehouse.trusted-proxies", trustedProxies == null ? null : String.join(",", trustedProxies));
        put(properties, "gatehouse.metrics-readers", metricsReaders == null ? null : String.join(",", metricsReaders));
        put(properties, "gatehouse.access-log", accessLog);
        put(properties, "gatehouse.access-log-format", accessLogFormat);
        put(properties, "gatehouse.log-max-size", logMaxSize);
        put(properties, "gatehouse.log-max-files", logMaxFiles);
        return properties;
    }

    /**
     * Says of a flag that is known what it cannot do yet.
     *
     * @throws StartRefusedException when one was given
     */
    void refuseWhatIsNotThere() {
        if (importFile != null) {
            throw StartRefusedException.usage("--import " + importFile
                    + ": OpenAPI files cannot be imported yet; make the API with the AWS CLI, an SDK or Terraform.");
        }
    }

    private static void put(Map<String, String> properties, String key, @Nullable String value) {
        if (value != null) {
            properties.put(key, Settings.literal(value));
        }
    }
}
