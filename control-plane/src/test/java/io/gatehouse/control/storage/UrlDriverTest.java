// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class UrlDriverTest {
    private final UrlDriver driver = new UrlDriver();

    @Test
    void anH2AddressOpensH2() throws SQLException {
        try (Connection connection = Objects.requireNonNull(driver.connect("jdbc:h2:mem:", new Properties()))) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("H2");
        }
    }

    @Test
    void aPostgresqlAddressGoesToPostgresql() {
        // Port 1 of this machine refuses; the state is that of PostgreSQL's driver for a connection that failed.
        assertThatThrownBy(() -> driver.connect("jdbc:postgresql://127.0.0.1:1/x", new Properties()))
                .isInstanceOf(SQLException.class)
                .extracting(problem -> ((SQLException) problem).getSQLState())
                .isEqualTo("08001");
    }

    @Test
    void anotherAddressIsLeftToOtherDrivers() throws SQLException {
        assertThat(driver.acceptsURL("jdbc:mysql://db/x")).isFalse();
        assertThat(driver.connect("jdbc:mysql://db/x", new Properties())).isNull();
    }
}
