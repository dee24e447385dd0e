// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC driver that hands each address to H2 or to PostgreSQL's driver, whichever it is for. Quarkus fixes the driver
 * class when the program is built; this one leaves the choice to the address that is known only at start.
 */
public final class UrlDriver implements Driver {
    private final Driver h2 = new org.h2.Driver();
    private final Driver postgresql = new org.postgresql.Driver();

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        return acceptsURL(url) ? driverOf(url).connect(url, info) : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(DatabaseAddress.H2) || url.startsWith(DatabaseAddress.POSTGRESQL);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return driverOf(url).getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.gatehouse.control.storage");
    }

    private Driver driverOf(String url) {
        return url.startsWith(DatabaseAddress.H2) ? h2 : postgresql;
    }
}
