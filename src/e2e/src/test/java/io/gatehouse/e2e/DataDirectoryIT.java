// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import io.gatehouse.testkit.GatehouseStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** A data directory is backed up by a copy, and is not touched by a program that is older than it. */
final class DataDirectoryIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCopyOfAStoppedProgramsDirectoryServesWhatWasServed() throws Exception {
        Path data = folder.resolve("data");
        Path copy = folder.resolve("copy");
        String api;
        try (GatehouseProgram program = GatehouseProgram.start(on(data));
                ApiGatewayClient client = program.apiGateway()) {
            DeployedApi deployed = DeployedApi.create(client, "kept").fixedAnswer("/text", "kept");
            deployed.deploy("prod");
            api = deployed.id();
            program.stop();
            copy(data, copy);
            program.restart();
            client.deleteRestApi(request -> request.restApiId(api));
        }

        try (GatehouseProgram restored = GatehouseProgram.start(on(copy));
                ApiGatewayClient client = restored.apiGateway()) {
            DeployedApi kept = DeployedApi.of(client, api);
            assertThat(new Visitor()
                            .get(kept.address(restored.trafficPort(), "prod", "/text"))
                            .body())
                    .isEqualTo("kept");
        }
    }

    @Test
    void dataOfANewerVersionIsRefusedAndLeftAlone() throws Exception {
        Path data = folder.resolve("data");
        GatehouseProgram.start(on(data)).close();
        Files.writeString(data.resolve("format"), "1000\n");

        assertThatThrownBy(() -> GatehouseProgram.start(on(data)))
                .isInstanceOf(GatehouseStartException.class)
                .hasMessageContaining("was written by a newer Gatehouse")
                .hasMessageContaining("status 1");

        Files.writeString(data.resolve("format"), "1\n");
        migrateFurther(data);
        assertThatThrownBy(() -> GatehouseProgram.start(on(data)))
                .isInstanceOf(GatehouseStartException.class)
                .hasMessageContaining("the tables in the database are not those of this version")
                .hasMessageNotContaining("\tat ");
    }

    /** As the next version of the program would. */
    private static void migrateFurther(Path data) throws SQLException {
        String address =
                "jdbc:h2:file:" + data.resolve("gatehouse") + ";MODE=PostgreSQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        try (Connection connection = DriverManager.getConnection(address, "sa", "");
                Statement statement = connection.createStatement()) {
            int changed = statement.executeUpdate(
                    "insert into \"flyway_schema_history\" select 1000, '1000', 'later', \"type\","
                            + " 'V1000__later.sql', 1, \"installed_by\", \"installed_on\", 1, true from"
                            + " \"flyway_schema_history\" where \"version\" = '1'");
            assertThat(changed).isEqualTo(1);
            statement.execute("shutdown");
        }
    }

    private static GatehouseOptions on(Path data) {
        return GatehouseOptions.defaults().withDataDirectory(data);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
