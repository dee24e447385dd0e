// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import static io.gatehouse.control.Calls.delete;
import static io.gatehouse.control.Calls.newDeployment;
import static io.gatehouse.control.Calls.newMethod;
import static io.gatehouse.control.Calls.newResource;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.put;
import static io.gatehouse.control.Calls.rootOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.Calls;
import io.gatehouse.control.database.StoredRows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What is deleted leaves nothing behind. Identifiers are random, so a row belongs to what was deleted if it holds one of them
 * anywhere: a table that is new here is looked at without being named.
 */
@QuarkusTest
class NothingLeftBehindIT {
    /** Tables with no row of any API. */
    private static final Set<String> APART = Set.of("publication_counter");
    /** What outlives an API: its journal, and that its stages were withdrawn. */
    private static final Set<String> JOURNAL = Set.of("publication", "revision", "revision_change");

    @Inject
    DataSource database;

    @Test
    void aDeletedApiLeavesItsJournalOnly() throws SQLException {
        FullApi api = FullApi.create();
        FullApi other = FullApi.create();
        StoredRows before = StoredRows.read(database);
        Set<String> tables = before.names();
        tables.removeAll(APART);
        assertThat(before.mentioning(api.ids).names())
                .as("each table has a row of the API, or else its deletion proves nothing")
                .isEqualTo(tables);

        delete(api.path).statusCode(202);

        StoredRows after = StoredRows.read(database);
        assertThat(after.mentioning(api.ids).names()).isEqualTo(JOURNAL);
        assertThat(after.mentioning(other.ids)).isEqualTo(before.mentioning(other.ids));
    }

    @Test
    void theJournalTellsOfEveryPartThatWentWithItsApi() throws SQLException {
        FullApi api = FullApi.create();

        delete(api.path).statusCode(202);

        assertThat(Journal.of(database, idOf(api.path)).stateAfter(Long.MAX_VALUE))
                .isEmpty();
    }

    @Test
    void aDeletedApisPublicationsAreWithdrawnOnes() throws SQLException {
        FullApi api = FullApi.create();

        delete(api.path).statusCode(202);

        assertThat(StoredRows.read(database).mentioning(api.ids).tables().get("publication"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsAnyOf("t", "TRUE"));
    }

    @Test
    void aDeletedResourceLeavesTheJournalAndWhatWasFrozen() throws SQLException {
        FullApi api = FullApi.create();

        delete(api.parent).statusCode(202);

        StoredRows left = StoredRows.read(database).mentioning(List.of(idOf(api.parent), idOf(api.child)));
        assertThat(left.names()).containsExactly("frozen_definition", "revision_change");
    }

    @Test
    void aDeletedMethodLeavesTheJournal() throws SQLException {
        FullApi api = FullApi.create();
        String key = idOf(api.child) + "/GET";
        assertThat(tablesWith(key)).containsExactly("integration", "method", "revision_change");

        delete(api.child + "/methods/GET").statusCode(204);

        assertThat(tablesWith(key)).containsExactly("revision_change");
    }

    @Test
    void aDeletedStageLeavesItsWithdrawal() throws SQLException {
        FullApi api = FullApi.create();
        String key = idOf(api.path) + "/one";
        assertThat(tablesWith(key)).containsExactly("publication", "stage");

        delete(api.path + "/stages/one").statusCode(202);

        assertThat(tablesWith(key)).containsExactly("publication");
    }

    @Test
    void aDeletedDeploymentLeavesTheJournal() throws SQLException {
        FullApi api = FullApi.create();
        String deployment = newDeployment(api.path);
        assertThat(tablesWith(deployment)).containsExactly("deployment", "frozen_definition", "revision_change");

        delete(api.path + "/deployments/" + deployment).statusCode(202);

        assertThat(tablesWith(deployment)).containsExactly("revision_change");
    }

    private Set<String> tablesWith(String text) throws SQLException {
        return StoredRows.read(database).mentioning(List.of(text)).names();
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** An API with everything that an API can have, twice where that matters. */
    private static final class FullApi {
        final String path;
        final String parent;
        final String child;
        final List<String> ids = new ArrayList<>();

        private FullApi(String path, String root) {
            this.path = path;
            this.parent = newResource(root, "parent");
            this.child = newResource(parent, "child");
            ids.addAll(List.of(idOf(path), idOf(root), idOf(parent), idOf(child)));
        }

        static FullApi create() {
            String path = Calls.newApi();
            FullApi api = new FullApi(path, rootOf(path));
            for (String resource : List.of(api.parent, api.child)) {
                String method = newMethod(resource, "GET");
                put(method + "/integration", Map.of("type", "MOCK")).statusCode(201);
                put(method + "/responses/200", Map.of()).statusCode(201);
                put(method + "/integration/responses/200", Map.of()).statusCode(201);
            }
            for (String stage : List.of("one", "two")) {
                String deployment = post(path + "/deployments", Map.of("stageName", stage))
                        .statusCode(201)
                        .extract()
                        .path("id");
                api.ids.add(deployment);
            }
            return api;
        }
    }
}
