// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TestDatabaseIT {

    @Inject
    DataSource database;

    @Test
    void theTestsRunOnTheDatabaseThatTheRunIsFor() throws SQLException {
        String expected = switch (TestDatabase.chosen()) {
            case H2 -> "H2";
            case EMBEDDED_POSTGRESQL, POSTGRESQL -> "PostgreSQL";
        };

        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(expected);
        }
    }
}
