// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.contract;

import static io.gatehouse.control.Calls.delete;
import static io.gatehouse.control.Calls.get;
import static io.gatehouse.control.Calls.newApi;
import static io.gatehouse.control.Calls.newResource;
import static io.gatehouse.control.Calls.patch;
import static io.gatehouse.control.Calls.post;
import static io.gatehouse.control.Calls.put;
import static io.gatehouse.control.Calls.rootOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.Calls;
import io.gatehouse.control.aws.operation.OperationTable;
import io.gatehouse.control.database.StoredRows;
import io.gatehouse.control.storage.Journal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever changes an API is in its journal, once, under the operation's name; an operation that is new here needs a line. */
@QuarkusTest
class EveryChangeIsJournaledIT {
    private static final String API = "/restapis/{restapi_id}";
    private static final Set<String> ANSWERED = JavaOperation.all(OperationTable.class).stream()
            .filter(operation ->
                    !operation.verb().equals("GET") && operation.path().startsWith(API))
            .map(JavaOperation::name)
            // A flushed cache is no change of the definition.
            .filter(name -> !name.startsWith("Flush"))
            .collect(Collectors.toSet());

    @Inject
    DataSource database;

    private String api = "";
    private String root = "";
    private final Map<String, Supplier<ValidatableResponse>> changes = new LinkedHashMap<>();

    @BeforeEach
    void makeAnApi() {
        api = newApi();
        root = rootOf(api);
    }

    @Test
    void eachOperationThatChangesAnApiIsOneRevisionOfIt() throws SQLException {
        describeTheChanges();
        assertThat(new TreeSet<>(changes.keySet()))
                .as("the changes that this test knows")
                .containsAll(ANSWERED);
        long number = revisions().getLast().number();

        for (Map.Entry<String, Supplier<ValidatableResponse>> change : changes.entrySet()) {
            if (!ANSWERED.contains(change.getKey())) {
                continue;
            }
            int status = change.getValue().get().extract().statusCode();
            assertThat(status).as(change.getKey()).isBetween(200, 299);
            Journal.Revision latest = revisions().getLast();
            assertThat(latest.operation()).isEqualTo(change.getKey());
            assertThat(latest.number()).as(change.getKey()).isEqualTo(++number);
            assertThat(latest.changes()).as(change.getKey()).isNotEmpty();
        }
        // Told from the first revision to the last, each change goes on from the one before it.
        Journal.of(database, idOf(api)).stateAfter(number);
    }

    @Test
    void theJournalNamesTheCallersKeyAndHoldsNothingThatSignedTheCall() throws SQLException {
        newResource(root, "users");

        Map<String, List<List<String>>> rows =
                StoredRows.read(database).mentioning(List.of(idOf(api))).tables();
        assertThat(rows.get("revision"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).contains(Calls.ACCOUNT));
        assertThat(rows.toString()).doesNotContain("0".repeat(64)).doesNotContain("AWS4-HMAC-SHA256");
    }

    private void describeTheChanges() {
        String resource = newResource(root, "first");
        String moved = newResource(root, "moved");
        String method = resource + "/methods/GET";
        String integration = method + "/integration";
        String stage = api + "/stages/prod";
        changes.put("CreateResource", () -> post(root, Map.of("pathPart", "second")));
        changes.put("UpdateResource", () -> patch(moved, "replace", "/pathPart", "renamed"));
        changes.put("PutMethod", () -> put(method, Map.of("authorizationType", "NONE")));
        changes.put("UpdateMethod", () -> patch(method, "replace", "/operationName", "GetFirst"));
        changes.put("PutMethodResponse", () -> put(method + "/responses/200", Map.of()));
        changes.put(
                "UpdateMethodResponse",
                () -> patch(method + "/responses/200", "add", "/responseParameters/method.response.header.A", "true"));
        changes.put("PutIntegration", () -> put(integration, Map.of("type", "MOCK")));
        changes.put("UpdateIntegration", () -> patch(integration, "replace", "/timeoutInMillis", "500"));
        changes.put("PutIntegrationResponse", () -> put(integration + "/responses/200", Map.of()));
        changes.put(
                "UpdateIntegrationResponse",
                () -> patch(integration + "/responses/200", "replace", "/selectionPattern", "2\\d{2}"));
        changes.put("UpdateRestApi", () -> patch(api, "replace", "/name", "another"));
        changes.put("CreateDeployment", () -> post(api + "/deployments", Map.of()));
        String[] deployment = new String[1];
        changes.put("CreateStage", () -> {
            deployment[0] = get(api + "/deployments").extract().path("item[0].id");
            return post(api + "/stages", Map.of("stageName", "prod", "deploymentId", deployment[0]));
        });
        changes.put("UpdateStage", () -> patch(stage, "replace", "/variables/a", "1"));
        changes.put(
                "UpdateDeployment",
                () -> patch(api + "/deployments/" + deployment[0], "replace", "/description", "text"));
        changes.put("DeleteStage", () -> delete(stage));
        changes.put("DeleteDeployment", () -> delete(api + "/deployments/" + deployment[0]));
        changes.put("DeleteIntegrationResponse", () -> delete(integration + "/responses/200"));
        changes.put("DeleteIntegration", () -> delete(integration));
        changes.put("DeleteMethodResponse", () -> delete(method + "/responses/200"));
        changes.put("DeleteMethod", () -> delete(method));
        changes.put("DeleteResource", () -> delete(resource));
        changes.put("DeleteRestApi", () -> delete(api));
    }

    private List<Journal.Revision> revisions() throws SQLException {
        return Journal.of(database, idOf(api)).revisions();
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
