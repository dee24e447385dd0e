// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.storage.DatabaseAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port          | 65536            | --port (GATEHOUSE_PORT)",
                "port          | http             | --port (GATEHOUSE_PORT)",
                "port          | -1               | --port (GATEHOUSE_PORT)",
                "traffic-port  | 80 80            | --traffic-port (GATEHOUSE_TRAFFIC_PORT)",
                "host          | http://localhost | --host (GATEHOUSE_HOST)",
                "credentials   | no/such/file     | --credentials (GATEHOUSE_CREDENTIALS)",
                "resolve       | users:80         | --resolve (GATEHOUSE_RESOLVE)",
                "resolve       | users=here:80    | --resolve (GATEHOUSE_RESOLVE)",
                "resolve       | users:80=here:0  | --resolve (GATEHOUSE_RESOLVE)",
                "aws-endpoint  | localhost:5000   | --aws-endpoint (GATEHOUSE_AWS_ENDPOINT)",
                "tls-cert      | no/such/file     | --tls-cert (GATEHOUSE_TLS_CERT)",
                "tls-key       | no/such/file     | --tls-key (GATEHOUSE_TLS_KEY)",
                "max-body-size | 10MB             | --max-body-size (GATEHOUSE_MAX_BODY_SIZE)",
                "max-body-size | 0                | --max-body-size (GATEHOUSE_MAX_BODY_SIZE)",
                "max-body-size | 2048M0           | --max-body-size (GATEHOUSE_MAX_BODY_SIZE)",
                "max-body-size | 999999M          | --max-body-size (GATEHOUSE_MAX_BODY_SIZE)",
                "max-connections | 0              | --max-connections (GATEHOUSE_MAX_CONNECTIONS)",
                "access-log | .                     | --access-log (GATEHOUSE_ACCESS_LOG)",
                "access-log-format | $context.no     | --access-log-format (GATEHOUSE_ACCESS_LOG_FORMAT)",
                "log-max-size | 0                   | --log-max-size (GATEHOUSE_LOG_MAX_SIZE)",
                "log-max-files | -1                 | --log-max-files (GATEHOUSE_LOG_MAX_FILES)",
                "trusted-proxies | localhost      | --trusted-proxies (GATEHOUSE_TRUSTED_PROXIES)",
                "trusted-proxies | 10.0.0.0/33    | --trusted-proxies (GATEHOUSE_TRUSTED_PROXIES)",
                "trusted-proxies | 10.0.0.1,      | --trusted-proxies (GATEHOUSE_TRUSTED_PROXIES)",
                "tools-max-connections | 0        | gatehouse.tools-max-connections (GATEHOUSE_TOOLS_MAX_CONNECTIONS)",
                "backend-connections | many       | gatehouse.backend-connections (GATEHOUSE_BACKEND_CONNECTIONS)",
                "backend-waiting | -1             | gatehouse.backend-waiting (GATEHOUSE_BACKEND_WAITING)",
                "backend-address-ttl | soon       | gatehouse.backend-address-ttl (GATEHOUSE_BACKEND_ADDRESS_TTL)",
                "backend-ca    | no/such/file     | gatehouse.backend-ca (GATEHOUSE_BACKEND_CA)",
                "backend-cert  | no/such/file     | gatehouse.backend-cert (GATEHOUSE_BACKEND_CERT)",
                "backend-key   | no/such/file     | gatehouse.backend-key (GATEHOUSE_BACKEND_KEY)",
                "metrics-readers | localhost      | --metrics-readers (GATEHOUSE_METRICS_READERS)",
                "head-timeout  | soon             | gatehouse.head-timeout (GATEHOUSE_HEAD_TIMEOUT)",
                "drain-delay   | soon             | gatehouse.drain-delay (GATEHOUSE_DRAIN_DELAY)",
                "drain-timeout | soon             | gatehouse.drain-timeout (GATEHOUSE_DRAIN_TIMEOUT)",
            })
    void aBadValueIsNamedWithItsFlagAndItsVariable(String key, String value, String named) {
        assertThatThrownBy(() -> read("gatehouse." + key, value))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("the value \"" + value + "\" of " + named + " is not usable: ")
                .hasMessageEndingWith(".")
                .extracting(problem -> ((StartRefusedException) problem).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aBadDatabaseIsRefusedWithoutRepeatingItsPassword() {
        assertThatThrownBy(() -> read("gatehouse.database", "mysql://root:secret@db/gatehouse"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("the value of --database (GATEHOUSE_DATABASE) is not usable: ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThatThrownBy(() -> read("gatehouse.prot", "1"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("gatehouse.prot");
    }

    @Test
    void aDataDirectoryThatIsAFileIsRefused(@TempDir Path directory) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> read("gatehouse.data-dir", file.toString()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("--data-dir");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users:80=127.0.0.1:9000", "a.b-c:1=[::1]:2, d:3=e:4", "[fe80::1]:80=localhost:80"})
    void namesAndAddressesMayBeResolved(String value) {
        assertThat(read("gatehouse.resolve", value).resolve()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "192.0.2.7, fd00::/8", "::1", "0.0.0.0/0"})
    void proxiesAreTrustedByAddressOrRange(String value) {
        assertThat(read("gatehouse.trusted-proxies", value).trustedProxies()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"10M,10485760", "512K,524288", "1,1", "1999M,2096103424", "999999K,1023998976"})
    void aSizeIsInBytesOrHasAUnit(String written, int bytes) {
        assertThat(read("gatehouse.max-body-size", written).maxBodyBytes()).isEqualTo(bytes);
    }

    @Test
    void anEmptyValueCountsAsNone() {
        assertThat(read("gatehouse.database", "").database()).isEmpty();
    }

    @Test
    void withoutADatabaseAnH2FileInTheDataDirectoryIsUsed() {
        GatehouseConfig config = read("gatehouse.data-dir", "/var/lib/gatehouse");

        assertThat(Settings.database(config)).isEqualTo(DatabaseAddress.inDirectory(Path.of("/var/lib/gatehouse")));
    }

    @Test
    void aDollarSignInAFlagIsTakenAsItStands() {
        GatehouseConfig config =
                read("gatehouse.database", Settings.literal("jdbc:postgresql://db/g?password=${gatehouse.port}$"));

        assertThat(config.database()).contains("jdbc:postgresql://db/g?password=${gatehouse.port}$");
    }

    private static GatehouseConfig read(String key, String value) {
        return Settings.read(() -> GatehouseConfigTest.sources(Map.of(key, value), Map.of(), Map.of()));
    }
}
