// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import static io.gatehouse.control.Calls.delete;
import static io.gatehouse.control.Calls.newApi;
import static io.gatehouse.control.Calls.newMethod;
import static io.gatehouse.control.Calls.patch;
import static io.gatehouse.control.Calls.put;
import static io.gatehouse.control.Calls.rootOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.database.StoredRows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the journal says of changes to methods and to what belongs to them. */
@QuarkusTest
class MethodJournalIT {
    private static final String Q = "method.request.querystring.q";

    @Inject
    DataSource database;

    @Test
    void everyChangeIsARevisionOfTheNounsThatItTouches() throws SQLException {
        String api = newApi();
        String method = newMethod(rootOf(api), "GET");
        patch(method, "add", "/requestParameters/" + Q, "true").statusCode(200);
        put(method + "/responses/200", Map.of()).statusCode(201);
        put(method + "/integration", Map.of("type", "MOCK", "cacheKeyParameters", List.of(Q)))
                .statusCode(201);
        put(method + "/integration/responses/200", Map.of()).statusCode(201);
        long before = newest(api);

        patch(method, "remove", "/requestParameters/" + Q, "").statusCode(200);
        patch(method + "/responses/200", "add", "/responseModels/a~1b", "Empty").statusCode(201);
        patch(method + "/integration", "replace", "/cacheNamespace", "ns").statusCode(200);
        patch(method + "/integration/responses/200", "replace", "/selectionPattern", "")
                .statusCode(200);
        delete(method + "/integration/responses/200").statusCode(204);
        delete(method + "/responses/200").statusCode(204);
        delete(method).statusCode(204);

        assertThat(since(api, before))
                .containsExactly(
                        "UpdateMethod changed method",
                        "UpdateMethod changed integration",
                        "UpdateMethodResponse changed method",
                        "UpdateIntegration changed integration",
                        "UpdateIntegrationResponse changed integration",
                        "DeleteIntegrationResponse changed integration",
                        "DeleteMethodResponse changed method",
                        "DeleteMethod deleted integration",
                        "DeleteMethod deleted method");
    }

    @Test
    void whatChangesNothingIsNoRevision() throws SQLException {
        String api = newApi();
        String method = newMethod(rootOf(api), "GET");
        put(method + "/responses/200", Map.of("responseParameters", Map.of())).statusCode(201);
        put(method + "/integration", Map.of("type", "MOCK")).statusCode(201);
        put(method + "/integration/responses/200", Map.of("responseTemplates", Map.of()))
                .statusCode(201);
        long before = newest(api);

        patch(method, "replace", "/apiKeyRequired", "false").statusCode(200);
        patch(method, "replace", "/authorizerId", "ignored").statusCode(200);
        patch(method + "/integration", "replace", "/uri", "http://ignored.example.com")
                .statusCode(200);
        patch(method + "/integration", "replace", "/timeoutInMillis", "29000").statusCode(200);
        patch(method + "/integration/responses/200", "replace", "/contentHandling", "")
                .statusCode(200);
        patch(method + "/responses/404", "add", "/responseModels/a~1b", "Empty").statusCode(404);
        patch(method + "/integration", "replace", "/timeoutInMillis", "1").statusCode(400);

        assertThat(since(api, before)).isEmpty();
    }

    private long newest(String api) throws SQLException {
        return Long.parseLong(rows("select revision from rest_api where id = '" + idOf(api) + "'")
                .getFirst()
                .getFirst());
    }

    private List<String> since(String api, long number) throws SQLException {
        return rows("select r.operation,"
                        + " case when c.after_document is null then 'deleted' else 'changed' end, c.noun"
                        + " from revision r join revision_change c on c.revision_id = r.id where r.api_id = '"
                        + idOf(api) + "' and r.revision_number > " + number + " order by c.id")
                .stream()
                .map(row -> String.join(" ", row))
                .toList();
    }

    private List<List<String>> rows(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return StoredRows.rows(statement, query);
        }
    }

    private static String idOf(String api) {
        return api.substring(api.lastIndexOf('/') + 1);
    }
}
