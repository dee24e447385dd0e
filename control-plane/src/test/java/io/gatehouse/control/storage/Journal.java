// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.control.database.StoredRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The journal of one API, as it is stored.
 *
 * @param revisions in the order in which they were written
 */
public record Journal(List<Revision> revisions) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "null";

    /** One revision with what it did. */
    public record Revision(long number, String operation, List<Change> changes) {}

    /** What became of one noun; the documents are texts, "null" for none. */
    public record Change(String noun, String key, String before, String after) {}

    public static Journal of(DataSource database, String apiId) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, List<Change>> changes = new TreeMap<>();
            for (List<String> row : StoredRows.rows(
                    statement,
                    "select revision_id, noun, noun_key, before_document, after_document from revision_change"
                            + " where revision_id in (select id from revision where api_id = '" + apiId + "')"
                            + " order by id")) {
                changes.computeIfAbsent(row.get(0), id -> new ArrayList<>())
                        .add(new Change(row.get(1), row.get(2), row.get(3), row.get(4)));
            }
            List<Revision> revisions = new ArrayList<>();
            for (List<String> row : StoredRows.rows(
                    statement,
                    "select id, revision_number, operation from revision where api_id = '" + apiId + "' order by id")) {
                revisions.add(new Revision(
                        Long.parseLong(row.get(1)), row.get(2), changes.getOrDefault(row.get(0), List.of())));
            }
            return new Journal(revisions);
        }
    }

    /**
     * What the API was made of after a revision, told from the journal alone: documents by noun and key. Each change has to go
     * on from what the one before it left.
     */
    public Map<String, JsonNode> stateAfter(long number) {
        Map<String, String> state = new TreeMap<>();
        for (Revision revision : revisions) {
            if (revision.number() > number) {
                break;
            }
            for (Change change : revision.changes()) {
                String name = change.noun() + " " + change.key();
                assertThat(state.getOrDefault(name, NONE))
                        .as("%s before revision %d, %s", name, revision.number(), revision.operation())
                        .isEqualTo(change.before());
                if (change.after().equals(NONE)) {
                    state.remove(name);
                } else {
                    state.put(name, change.after());
                }
            }
        }
        Map<String, JsonNode> documents = new TreeMap<>();
        state.forEach((name, document) -> documents.put(name, json(document)));
        return documents;
    }

    static JsonNode json(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + document, e);
        }
    }
}
