// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClonedIntegrationsTest {

    @Test
    void aCopyHasEverythingButTheSourcesIdentity() {
        Integration source = integration("mine");

        Integration copy = ClonedIntegrations.copy(source, "target", new MethodKey("r2", "GET"));

        assertThat(copy).hasNoNullFieldsOrProperties();
        assertThat(copy)
                .usingRecursiveComparison()
                .ignoringFields("id", "apiId")
                .isEqualTo(source);
        assertThat(copy.id).isEqualTo("r2/GET");
        assertThat(copy.apiId).isEqualTo("target");
    }

    @Test
    void aCacheNamespaceThatNobodyChoseFollowsTheResource() {
        assertThat(ClonedIntegrations.copy(integration(null), "target", new MethodKey("r2", "GET")).cacheNamespace)
                .isEqualTo("r2");
    }

    private static Integration integration(@Nullable String cacheNamespace) {
        Integration integration = new Integration(
                "source",
                new MethodKey("r1", "GET"),
                new PutIntegration(
                        "HTTP",
                        "POST",
                        "http://backend",
                        "VPC_LINK",
                        "link",
                        "credentials",
                        Map.of("integration.request.header.a", "'b'"),
                        Map.of("application/json", "{}"),
                        "NEVER",
                        cacheNamespace,
                        List.of("method.request.path.id"),
                        "CONVERT_TO_TEXT",
                        1000,
                        new TlsConfig(true),
                        "STREAM",
                        "target"));
        integration.put(new IntegrationResponseView("200", null, null, null, null));
        return integration;
    }
}
