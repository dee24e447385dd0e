// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import io.gatehouse.testkit.GatehouseOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PostgreSQL server that the program is told to store in. */
final class Postgresql implements AutoCloseable {
    private static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private Postgresql(EmbeddedPostgres server) {
        this.server = server;
    }

    static Postgresql start() {
        try {
            return new Postgresql(EmbeddedPostgres.start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    /** A program that stores there. */
    GatehouseOptions options() {
        return GatehouseOptions.defaults()
                .withArguments("--database", "postgresql://" + USER + "@127.0.0.1:" + server.getPort() + "/" + USER);
    }

    String jdbcUrl() {
        return server.getJdbcUrl(USER, USER);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}
