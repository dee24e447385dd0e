// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Every row of every table as text, read without the program's own classes. Tables that later releases add are among them.
 *
 * @param tables the rows by the table's name in small letters; of a row, its values in the order of the columns
 */
public record StoredRows(Map<String, List<List<String>>> tables) {
    private static final String TABLES = "select lower(table_name) from information_schema.tables"
            + " where lower(table_schema) = 'public' and table_type = 'BASE TABLE'";
    private static final String HISTORY = "flyway_schema_history";

    /** Reads the whole database at one moment. */
    public static StoredRows read(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, List<List<String>>> tables = new TreeMap<>();
            for (List<String> table : rows(statement, TABLES)) {
                if (!table.getFirst().equals(HISTORY)) {
                    tables.put(table.getFirst(), rows(statement, "select * from " + table.getFirst()));
                }
            }
            return new StoredRows(tables);
        }
    }

    /** The rows of a query, every value as text. */
    public static List<List<String>> rows(Statement statement, String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** The rows that hold one of these texts in any column, alone or within a longer text. */
    public StoredRows mentioning(Collection<String> texts) {
        Map<String, List<List<String>>> found = new TreeMap<>();
        tables.forEach((table, rows) -> {
            List<List<String>> those = rows.stream()
                    .filter(row -> row.stream().anyMatch(value -> texts.stream().anyMatch(value::contains)))
                    .toList();
            if (!those.isEmpty()) {
                found.put(table, those);
            }
        });
        return new StoredRows(found);
    }

    /** The names of the tables. */
    public Set<String> names() {
        return new TreeSet<>(tables.keySet());
    }
}
