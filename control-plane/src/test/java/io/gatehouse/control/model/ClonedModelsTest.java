// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClonedModelsTest {

    @Test
    void aCopyReferencesTheCopiesOfOtherModels() {
        Model source = new Model(
                "old",
                new ModelView(
                        "id",
                        "Pets",
                        "text",
                        "{\"items\":{\"$ref\":\"https://apigateway.amazonaws.com/restapis/old/models/Pet\"}}",
                        "application/json"));

        assertThat(ClonedModels.copy(source, "new-id", "old", "new"))
                .isEqualTo(new ModelView(
                        "new-id",
                        "Pets",
                        "text",
                        "{\"items\":{\"$ref\":\"https://apigateway.amazonaws.com/restapis/new/models/Pet\"}}",
                        "application/json"));
    }
}
