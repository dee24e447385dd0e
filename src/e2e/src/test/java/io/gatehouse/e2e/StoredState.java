// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks into the database of a program that is not running: whether anything in it is half there. */
final class StoredState {
    /** What must never be found, by what it would mean. */
    private static final Map<String, String> NEVER = Map.ofEntries(
            Map.entry(
                    "a deployment without its frozen document",
                    "select id from deployment where id not in (select deployment_id from frozen_definition)"),
            Map.entry(
                    "a frozen document without its deployment",
                    "select deployment_id from frozen_definition where deployment_id not in (select id from deployment)"),
            Map.entry(
                    "a stage without its deployment",
                    "select id from stage where deployment_id not in (select id from deployment)"),
            Map.entry(
                    "a canary without its deployment",
                    "select id from stage where canary_deployment_id is not null"
                            + " and canary_deployment_id not in (select id from deployment)"),
            Map.entry(
                    "a stage that is not published",
                    "select id from stage where id not in (select id from publication where not withdrawn)"),
            Map.entry(
                    "a publication without its stage",
                    "select id from publication where not withdrawn and id not in (select id from stage)"),
            Map.entry(
                    "a publication that was not counted",
                    "select id from publication where sequence_number >"
                            + " (select last_number from publication_counter)"),
            Map.entry(
                    "a resource without its parent",
                    "select id from resource where parent_id not in (select id from resource)"),
            Map.entry(
                    "an API without its root",
                    "select id from rest_api where root_resource_id not in (select id from resource)"),
            Map.entry(
                    "an API without its models", "select id from rest_api where id not in (select api_id from model)"),
            Map.entry(
                    "a method without its resource",
                    "select id from method where resource_id not in (select id from resource)"),
            Map.entry(
                    "an integration without its method",
                    "select id from integration where id not in (select id from method)"),
            Map.entry(
                    "a revision that changed nothing",
                    "select id from revision where id not in (select revision_id from revision_change)"),
            Map.entry(
                    "an API whose revisions are not numbered from 1 without a gap",
                    "select api_id from revision group by api_id having min(revision_number) <> 1"
                            + " or max(revision_number) <> count(*) or count(distinct revision_number) <> count(*)"),
            Map.entry(
                    "an API that is ahead of or behind its journal",
                    "select id from rest_api where revision <>"
                            + " (select max(revision_number) from revision where api_id = rest_api.id)"),
            Map.entry(
                    "a deployment of a revision that is none",
                    "select id from deployment where not exists (select 1 from revision where api_id = deployment.api_id"
                            + " and revision_number = deployment.revision and operation = 'CreateDeployment')"));

    private StoredState() {}

    /** Checks a copy of an H2 file, so that the program finds its own as it was left. */
    static void checkFile(Path dataDirectory, Path scratch) throws Exception {
        Path copy = Files.createTempDirectory(scratch, "left-");
        try (Stream<Path> files = Files.list(dataDirectory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        assertThat(copy.resolve("gatehouse.mv.db")).exists();
        check("jdbc:h2:file:" + copy.resolve("gatehouse") + ";MODE=PostgreSQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE", "sa");
    }

    /** Checks a database that runs. */
    static void check(String url, String user) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> never : NEVER.entrySet()) {
                assertThat(texts(statement, never.getValue()))
                        .as(never.getKey())
                        .isEmpty();
            }
            try (ResultSet frozen = statement.executeQuery("select d.id, d.sha256, f.document from deployment d"
                    + " join frozen_definition f on f.deployment_id = d.id")) {
                while (frozen.next()) {
                    byte[] document = frozen.getString(3).getBytes(StandardCharsets.UTF_8);
                    assertThat(HexFormat.of().formatHex(Backend.sha256().digest(document)))
                            .as("the hash of deployment %s", frozen.getString(1))
                            .isEqualTo(frozen.getString(2));
                }
            }
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
