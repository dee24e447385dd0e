// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/**
 * PostgreSQL's dialect, kept to what H2 in PostgreSQL mode understands too. A row is locked with {@code for update}: H2 does
 * not know PostgreSQL's weaker {@code for no key update}, nor a list of tables after it.
 */
public final class SharedDialect extends PostgreSQLDialect {
    private static final String FOR_UPDATE = " for update";

    /** For the oldest PostgreSQL that is supported. */
    public SharedDialect() {
        super(DatabaseVersion.make(13));
    }

    /** For the database that answered; H2 passes for a PostgreSQL. */
    public SharedDialect(DialectResolutionInfo info) {
        this();
    }

    @Override
    public String getForUpdateString() {
        return FOR_UPDATE;
    }
}
