// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of database that tests run on. */
enum TestDatabase {
    /** In memory; the settings are those of {@code application.properties}. */
    H2 {
        @Override
        Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        Running start() {
            return new Running(Map.of(), () -> {});
        }
    },

    /** A server that comes from the build's repository of libraries. */
    EMBEDDED_POSTGRESQL {
        @Override
        Optional<String> missing() {
            String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
            return system.equals("Linux amd64")
                    ? Optional.empty()
                    : Optional.of("no embedded PostgreSQL for " + system);
        }

        @Override
        Running start() throws IOException {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            return new Running(addressed(server.getJdbcUrl("postgres", "postgres"), "postgres", ""), server);
        }
    },

    /** The server that {@value MachinePostgresql#ADDRESS} names, or one that is started from this machine's programs. */
    POSTGRESQL {
        @Override
        Optional<String> missing() {
            return MachinePostgresql.missing();
        }

        @Override
        Running start() throws Exception {
            MachinePostgresql server = MachinePostgresql.start();
            return new Running(addressed(server.url(), server.user(), server.password()), server);
        }
    };

    /** The system property that names one of these, in small letters and with hyphens; H2 when absent. */
    static final String PROPERTY = "test.database";

    /**
     * A database that can be used.
     *
     * @param settings what Quarkus is to be told of it
     * @param server ends with the tests
     */
    record Running(Map<String, String> settings, AutoCloseable server) {}

    /** The one that this run of tests is for. */
    static TestDatabase chosen() {
        String wanted = System.getProperty(PROPERTY, H2.label());
        return Stream.of(values())
                .filter(each -> each.label().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(PROPERTY + " is none of the databases: " + wanted));
    }

    /** Why it cannot be used here; empty when it can. */
    abstract Optional<String> missing();

    /** Starts it. */
    abstract Running start() throws Exception;

    /** Its name in {@link #PROPERTY}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, String> addressed(String url, String user, String password) {
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", user,
                "quarkus.datasource.password", password);
    }
}
