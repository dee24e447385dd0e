// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void eachKeyIsAlsoAnEnvironmentVariable() {
        GatehouseConfig config = read(
                NONE,
                Map.of(
                        "GATEHOUSE_PORT", "1",
                        "GATEHOUSE_TRAFFIC_PORT", "2",
                        "GATEHOUSE_HOST", "0.0.0.0",
                        "GATEHOUSE_DATA_DIR", "nowhere/data",
                        "GATEHOUSE_DATABASE", "postgresql://db/gatehouse",
                        "GATEHOUSE_RESOLVE", "users:80=127.0.0.1:9000,orders:80=127.0.0.1:9001",
                        "GATEHOUSE_AWS_ENDPOINT", "http://127.0.0.1:5000",
                        "GATEHOUSE_DRAIN_TIMEOUT", "500ms"),
                NONE);

        assertThat(config.port()).isEqualTo(1);
        assertThat(config.trafficPort()).isEqualTo(2);
        assertThat(config.host()).isEqualTo("0.0.0.0");
        assertThat(config.dataDir()).isEqualTo(Path.of("nowhere/data"));
        assertThat(config.database()).contains("postgresql://db/gatehouse");
        assertThat(config.resolve()).contains(List.of("users:80=127.0.0.1:9000", "orders:80=127.0.0.1:9001"));
        assertThat(config.awsEndpoint()).contains(URI.create("http://127.0.0.1:5000"));
        assertThat(config.drainTimeout()).isEqualTo(Duration.ofMillis(500));
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
