// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.FrozenIntegration;
import io.gatehouse.contract.rest.FrozenIntegrationResponse;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.FrozenMethodResponse;
import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.contract.rest.Owner;
import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.contract.rest.StageSettings;
import io.gatehouse.contract.rest.StageSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Frozen documents for tests. */
final class Frozen {
    private Frozen() {}

    static StageSnapshot stage(FrozenResource... resources) {
        return stage(api(null, false, resources));
    }

    static StageSnapshot stage(FrozenApi api) {
        return new StageSnapshot(
                new StageKey("a1b2c3d4e5", "prod"),
                new Owner("123456789012", "eu-west-1"),
                "dep1",
                api,
                StageSettings.of(Map.of("colour", "blue")),
                null);
    }

    static FrozenApi api(@Nullable String policy, boolean endpointDisabled, FrozenResource... resources) {
        return new FrozenApi(
                FrozenApi.CURRENT_FORMAT,
                "a1b2c3d4e5",
                "pets",
                "HEADER",
                endpointDisabled,
                List.of("image/png"),
                null,
                policy,
                List.of(resources),
                List.of(),
                List.of(),
                List.of());
    }

    static FrozenResource resource(String path, FrozenMethod... methods) {
        return new FrozenResource("id" + path, path, List.of(methods));
    }

    static FrozenMethod method(String verb) {
        return method(verb, "NONE", false, integration("MOCK"));
    }

    static FrozenMethod method(
            String verb, String authorization, boolean keyRequired, @Nullable FrozenIntegration integration) {
        return new FrozenMethod(
                verb,
                authorization,
                null,
                List.of(),
                keyRequired,
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of("200", new FrozenMethodResponse("200", Map.of(), Map.of())),
                integration);
    }

    static FrozenIntegration integration(String type, FrozenIntegrationResponse... responses) {
        return integration(type, "POST", "INTERNET", responses);
    }

    static FrozenIntegration integration(
            String type, @Nullable String verb, String connectionType, FrozenIntegrationResponse... responses) {
        Map<String, FrozenIntegrationResponse> byStatus = new LinkedHashMap<>();
        for (FrozenIntegrationResponse response : responses) {
            byStatus.put(response.statusCode(), response);
        }
        return new FrozenIntegration(
                type,
                verb,
                "http://backend:8080/x",
                connectionType,
                null,
                null,
                Map.of("integration.request.header.A", "'b'"),
                Map.of("application/json", "{}"),
                "WHEN_NO_TEMPLATES",
                "CONVERT_TO_TEXT",
                1500,
                "ns",
                List.of(),
                true,
                byStatus);
    }

    static FrozenIntegrationResponse response(String status, @Nullable String pattern) {
        return new FrozenIntegrationResponse(
                status, pattern, Map.of("method.response.header.X-A", "'1'"), Map.of("application/json", "t"), null);
    }
}
