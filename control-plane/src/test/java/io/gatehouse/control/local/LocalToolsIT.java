// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.gatehouse.control.Calls;
import io.gatehouse.control.database.StoredRows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LocalToolsIT {
    private static final String RESET = "/_gatehouse/reset";

    @Inject
    DataSource database;

    @Test
    void aResetLeavesNothingButThatStagesWereWithdrawn() throws SQLException {
        String api = Calls.newApi();
        String method = Calls.newMethod(Calls.newResource(Calls.rootOf(api), "pets"), "GET");
        Calls.put(method + "/integration", Map.of("type", "MOCK")).statusCode(201);
        Calls.post(api + "/deployments", Map.of("stageName", "prod")).statusCode(201);
        String called = api + "/prod/_user_request_/pets";
        assertThat(given().get(called).statusCode()).isNotEqualTo(403);

        given().post(RESET).then().statusCode(204);

        given().get(called).then().statusCode(403);
        Calls.get(api).statusCode(404);
        StoredRows left = StoredRows.read(database);
        left.tables().forEach((table, rows) -> {
            if (!Set.of("publication", "publication_counter", "flyway_schema_history")
                    .contains(table)) {
                assertThat(rows).as(table).isEmpty();
            }
        });
    }

    @Test
    void aWebPageCannotReset() {
        String api = Calls.newApi();

        given().header("Origin", "http://evil.example").post(RESET).then().statusCode(403);
        given().header("Sec-Fetch-Site", "cross-site").post(RESET).then().statusCode(403);

        Calls.get(api).statusCode(200);
    }

    @Test
    void toolsThatWaitForLocalStackSeeTheServiceRunning() {
        given().get("/_localstack/health").then().statusCode(200).body("services.apigateway", equalTo("running"));
    }
}
