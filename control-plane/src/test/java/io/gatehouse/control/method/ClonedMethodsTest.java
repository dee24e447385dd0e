// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.integration.MethodKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClonedMethodsTest {

    @Test
    void aCopyHasEverythingButTheSourcesIdentity() {
        Method source = new Method(
                "source",
                new MethodKey("r1", "GET"),
                new PutMethod(
                        "CUSTOM",
                        "authorizer",
                        true,
                        "operation",
                        Map.of("method.request.path.id", true),
                        Map.of("application/json", "Empty"),
                        "validator",
                        List.of("scope")));
        source.put(new MethodResponseView("200", null, null));

        Method copy = ClonedMethods.copy(source, "target", new MethodKey("r2", "GET"));

        assertThat(copy).hasNoNullFieldsOrProperties();
        assertThat(copy)
                .usingRecursiveComparison()
                .ignoringFields("id", "apiId", "resourceId")
                .isEqualTo(source);
        assertThat(copy.key()).isEqualTo(new MethodKey("r2", "GET"));
        assertThat(copy.id).isEqualTo("r2/GET");
        assertThat(copy.apiId).isEqualTo("target");
    }
}
