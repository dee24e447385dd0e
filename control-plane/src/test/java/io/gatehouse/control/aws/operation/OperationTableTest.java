// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OperationTableTest {

    private final OperationTable table = new OperationTable();

    @Test
    void allOperationsAreThereAndEachIsFoundByItsOwnAddress() {
        assertThat(table.all()).hasSize(124);
        for (Operation operation : table.all()) {
            String path = operation.path().replaceAll("\\{[^}]+}", "x");
            assertThat(table.find(operation.method(), path, operation.query())).contains(operation);
        }
    }

    @Test
    void aFixedQueryTellsAnImportFromACreation() {
        assertThat(name("POST", "/restapis", null)).contains("CreateRestApi");
        assertThat(name("POST", "/restapis", "mode=import")).contains("ImportRestApi");
        assertThat(name("POST", "/restapis", "failonwarnings=true&mode=import")).contains("ImportRestApi");
        assertThat(name("POST", "/restapis", "mode=imports")).contains("CreateRestApi");
        assertThat(name("POST", "/apikeys", "mode=import&format=csv")).contains("ImportApiKeys");
    }

    @Test
    void anEncodedSlashStaysInItsSegment() {
        assertThat(name("GET", "/tags/arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A%2Frestapis%2Fabc", null))
                .contains("GetTags");
    }

    @Test
    void aTrailingSlashIsNoSegmentAndAnEmptySegmentIsNoIdentifier() {
        assertThat(name("GET", "/restapis/", null)).contains("GetRestApis");
        assertThat(name("GET", "/restapis//resources", null)).isEmpty();
    }

    @Test
    void dotSegmentsAreNoIdentifiers() {
        for (String dots : List.of(".", "..", "%2e", "%2E%2e", ".%2e")) {
            assertThat(name("GET", "/restapis/" + dots, null)).as(dots).isEmpty();
        }
        assertThat(name("GET", "/restapis/...", null)).contains("GetRestApi");
    }

    @Test
    void unknownVerbsAndPathsAreNoOperation() {
        for (List<String> unknown : List.of(
                List.of("GET", "/"),
                List.of("GET", "/nothing"),
                List.of("OPTIONS", "/restapis"),
                List.of("HEAD", "/restapis"),
                List.of("GET", "/Restapis"))) {
            assertThat(name(unknown.get(0), unknown.get(1), null))
                    .as("%s", unknown)
                    .isEmpty();
        }
    }

    private Optional<String> name(String method, String path, @Nullable String query) {
        return table.find(method, path, query).map(Operation::name);
    }

    @Test
    void aPathWithMatrixParametersIsNoOperation() {
        assertThat(table.find("GET", "/restapis/a1;b=c", null)).isEmpty();
    }
}
