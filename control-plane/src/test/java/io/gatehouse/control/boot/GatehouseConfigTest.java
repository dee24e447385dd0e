// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.rest.AccessLogFormat;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatehouseConfigTest {
    private static final Map<String, String> NONE = Map.of();

    @Test
    void toolsListenOnPort4566() {
        assertThat(defaults().port()).isEqualTo(4566);
    }

    @Test
    void trafficListensOnPort4580() {
        assertThat(defaults().trafficPort()).isEqualTo(4580);
    }

    @Test
    void onlyThisMachineIsListenedTo() {
        assertThat(defaults().host()).isEqualTo("127.0.0.1");
    }

    @Test
    void dataIsKeptBelowTheCurrentDirectory() {
        assertThat(defaults().dataDir()).isEqualTo(Path.of(".gatehouse/data"));
    }

    @Test
    void noDatabaseIsNamed() {
        assertThat(defaults().database()).isEmpty();
    }

    @Test
    void noCredentialsAreGiven() {
        assertThat(defaults().credentials()).isEmpty();
    }

    @Test
    void noBackendIsElsewhere() {
        assertThat(defaults().resolve()).isEmpty();
    }

    @Test
    void awsServicesAreAtAws() {
        assertThat(defaults().awsEndpoint()).isEmpty();
    }

    @Test
    void requestsInFlightHaveTenSeconds() {
        assertThat(defaults().drainTimeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void nothingIsWaitedForBeforeADrain() {
        assertThat(defaults().drainDelay()).isZero();
    }

    @Test
    void bodiesMayBeAsLongAsAtAws() {
        assertThat(defaults().maxBodyBytes()).isEqualTo(10_485_760);
    }

    @Test
    void slowAndIdleClientsHaveTheirTime() {
        assertThat(defaults().headTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(defaults().bodyTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(defaults().idleTimeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void trafficIsPlainAndNoProxyIsTrusted() {
        assertThat(defaults().tlsCert()).isEmpty();
        assertThat(defaults().tlsKey()).isEmpty();
        assertThat(defaults().tlsPassword()).isEmpty();
        assertThat(defaults().trustedProxies()).isEmpty();
        assertThat(defaults().maxConnections()).isEmpty();
        assertThat(defaults().metricsReaders()).isEmpty();
    }

    @Test
    void backendsAreCalledOverManyConnectionsAndBelievedAsTheSystemDoes() {
        assertThat(defaults().backendConnections()).isEqualTo(1_024);
        assertThat(defaults().backendWaiting()).isEqualTo(4_096);
        assertThat(defaults().backendAddressTtl()).isEqualTo(Duration.ofSeconds(10));
        assertThat(defaults().backendCa()).isEmpty();
        assertThat(defaults().backendCert()).isEmpty();
        assertThat(defaults().backendKey()).isEmpty();
        assertThat(defaults().backendCertPassword()).isEmpty();
        assertThat(defaults().toolsMaxConnections()).isEmpty();
    }

    @Test
    void nothingButWhatStagesAskForIsLoggedAndLogsAreBounded() {
        assertThat(defaults().accessLog()).isEmpty();
        assertThat(AccessLogFormat.parse(defaults().accessLogFormat()).parts()).isNotEmpty();
        assertThat(defaults().logMaxSize()).isEqualTo("64M");
        assertThat(defaults().logMaxFiles()).isEqualTo(4);
    }

    @Test
    void eachKeyIsAlsoAnEnvironmentVariable(@TempDir Path files) throws IOException {
        Path certificate = Files.createFile(files.resolve("cert.pem"));
        Path key = Files.createFile(files.resolve("key.pem"));
        GatehouseConfig config = read(
                NONE,
                Map.ofEntries(
                        Map.entry("GATEHOUSE_PORT", "1"),
                        Map.entry("GATEHOUSE_TRAFFIC_PORT", "2"),
                        Map.entry("GATEHOUSE_HOST", "0.0.0.0"),
                        Map.entry("GATEHOUSE_DATA_DIR", "nowhere/data"),
                        Map.entry("GATEHOUSE_DATABASE", "postgresql://db/gatehouse"),
                        Map.entry("GATEHOUSE_RESOLVE", "users:80=127.0.0.1:9000,orders:80=127.0.0.1:9001"),
                        Map.entry("GATEHOUSE_AWS_ENDPOINT", "http://127.0.0.1:5000"),
                        Map.entry("GATEHOUSE_DRAIN_TIMEOUT", "500ms"),
                        Map.entry("GATEHOUSE_DRAIN_DELAY", "3s"),
                        Map.entry("GATEHOUSE_TLS_CERT", certificate.toString()),
                        Map.entry("GATEHOUSE_TLS_KEY", key.toString()),
                        Map.entry("GATEHOUSE_TLS_PASSWORD", "open"),
                        Map.entry("GATEHOUSE_MAX_BODY_SIZE", "1K"),
                        Map.entry("GATEHOUSE_MAX_CONNECTIONS", "7"),
                        Map.entry("GATEHOUSE_TRUSTED_PROXIES", "10.0.0.0/8,::1"),
                        Map.entry("GATEHOUSE_METRICS_READERS", "192.0.2.7"),
                        Map.entry("GATEHOUSE_HEAD_TIMEOUT", "1s"),
                        Map.entry("GATEHOUSE_BODY_TIMEOUT", "2s"),
                        Map.entry("GATEHOUSE_IDLE_TIMEOUT", "4s"),
                        Map.entry("GATEHOUSE_TOOLS_MAX_CONNECTIONS", "8"),
                        Map.entry("GATEHOUSE_BACKEND_CONNECTIONS", "9"),
                        Map.entry("GATEHOUSE_BACKEND_WAITING", "10"),
                        Map.entry("GATEHOUSE_BACKEND_ADDRESS_TTL", "5s"),
                        Map.entry("GATEHOUSE_BACKEND_CA", certificate.toString()),
                        Map.entry("GATEHOUSE_BACKEND_CERT", certificate.toString()),
                        Map.entry("GATEHOUSE_BACKEND_KEY", key.toString()),
                        Map.entry("GATEHOUSE_BACKEND_CERT_PASSWORD", "sesame"),
                        Map.entry("GATEHOUSE_ACCESS_LOG", "-"),
                        Map.entry("GATEHOUSE_ACCESS_LOG_FORMAT", "$context.status, $context.path"),
                        Map.entry("GATEHOUSE_LOG_MAX_SIZE", "512K"),
                        Map.entry("GATEHOUSE_LOG_MAX_FILES", "0")),
                NONE);

        assertThat(config.port()).isEqualTo(1);
        assertThat(config.trafficPort()).isEqualTo(2);
        assertThat(config.host()).isEqualTo("0.0.0.0");
        assertThat(config.dataDir()).isEqualTo(Path.of("nowhere/data"));
        assertThat(config.database()).contains("postgresql://db/gatehouse");
        assertThat(config.resolve()).contains(List.of("users:80=127.0.0.1:9000", "orders:80=127.0.0.1:9001"));
        assertThat(config.awsEndpoint()).contains(URI.create("http://127.0.0.1:5000"));
        assertThat(config.drainTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.drainDelay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.tlsCert()).contains(certificate);
        assertThat(config.tlsKey()).contains(key);
        assertThat(config.tlsPassword()).contains("open");
        assertThat(config.maxBodyBytes()).isEqualTo(1024);
        assertThat(config.maxConnections()).hasValue(7);
        assertThat(config.trustedProxies()).contains(List.of("10.0.0.0/8", "::1"));
        assertThat(config.metricsReaders()).contains(List.of("192.0.2.7"));
        assertThat(config.headTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.bodyTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.idleTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.toolsMaxConnections()).hasValue(8);
        assertThat(config.backendConnections()).isEqualTo(9);
        assertThat(config.backendWaiting()).isEqualTo(10);
        assertThat(config.backendAddressTtl()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.backendCa()).contains(certificate);
        assertThat(config.backendCert()).contains(certificate);
        assertThat(config.backendKey()).contains(key);
        assertThat(config.backendCertPassword()).contains("sesame");
        assertThat(config.accessLog()).contains("-");
        assertThat(config.accessLogFormat()).isEqualTo("$context.status, $context.path");
        assertThat(config.logMaxSize()).isEqualTo("512K");
        assertThat(config.logMaxFiles()).isZero();
    }

    @Test
    void aFlagWinsOverTheEnvironmentAndThatOverAFile() {
        Map<String, String> flags = Map.of("gatehouse.port", "1");
        Map<String, String> environment = Map.of("GATEHOUSE_PORT", "2", "GATEHOUSE_TRAFFIC_PORT", "3");
        Map<String, String> file =
                Map.of("gatehouse.port", "4", "gatehouse.traffic-port", "5", "gatehouse.host", "localhost");

        GatehouseConfig config = read(flags, environment, file);

        assertThat(config.port()).isEqualTo(1);
        assertThat(config.trafficPort()).isEqualTo(3);
        assertThat(config.host()).isEqualTo("localhost");
    }

    private static GatehouseConfig defaults() {
        return read(NONE, NONE, NONE);
    }

    private static GatehouseConfig read(
            Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
        return Settings.read(() -> sources(flags, environment, file));
    }

    /** The sources that the program reads, with the order they have there. */
    static SmallRyeConfigBuilder sources(
            Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(
                        new PropertiesConfigSource(flags, "flags", 400),
                        new EnvConfigSource(environment, 300),
                        new PropertiesConfigSource(file, "file", 260));
    }
}
