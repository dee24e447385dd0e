// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import io.gatehouse.contract.rest.FrozenGatewayResponse;
import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.FaultSpec;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lowers the gateway responses that an API sets. One that is set for a type stands alone; a type without one takes
 * the default of its class, which then shows through wholly (developer guide, "Gateway response types").
 */
final class GatewayResponseLowering {
    private static final String HEADER_PREFIX = "gatewayresponse.header.";
    private static final int BACKEND_FAILURE_SET = 500;

    private final Map<String, FrozenGatewayResponse> byType = new HashMap<>();
    private final Consumer<String> notes;

    /**
     * @param notes told of what a gateway response asks for in vain
     */
    GatewayResponseLowering(List<FrozenGatewayResponse> set, Consumer<String> notes) {
        set.forEach(response -> byType.put(response.responseType(), response));
        this.notes = notes;
    }

    Map<FaultKind, FaultSpec> lower() {
        Map<FaultKind, FaultSpec> specs = new EnumMap<>(FaultKind.class);
        byType.values().forEach(this::note);
        for (FaultKind kind : FaultKind.values()) {
            FrozenGatewayResponse own = byType.get(kind.name());
            FrozenGatewayResponse byClass = byType.get(kind.status() < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX");
            if (own != null) {
                specs.put(kind, spec(own, statusOfOwn(kind)));
            } else if (byClass != null) {
                specs.put(kind, spec(byClass, kind.status()));
            }
        }
        return specs;
    }

    /** AWS shows 504 for a failing integration, and answers 500 once its gateway response is set without a status. */
    private static int statusOfOwn(FaultKind kind) {
        return kind == FaultKind.INTEGRATION_FAILURE ? BACKEND_FAILURE_SET : kind.status();
    }

    private static FaultSpec spec(FrozenGatewayResponse response, int fallback) {
        Map<String, String> headers = new HashMap<>();
        response.responseParameters().forEach((name, source) -> {
            if (name.startsWith(HEADER_PREFIX)) {
                headers.put(name.substring(HEADER_PREFIX.length()), source);
            }
        });
        Integer status = status(response.statusCode());
        return new FaultSpec(status == null ? fallback : status, headers, response.responseTemplates());
    }

    /** A final status; {@code null} when the text is none. */
    private static @Nullable Integer status(@Nullable String code) {
        return code != null && code.matches("[2-5][0-9]{2}") ? Integer.valueOf(code) : null;
    }

    private void note(FrozenGatewayResponse response) {
        String name = "the gateway response " + response.responseType();
        if (response.statusCode() != null && status(response.statusCode()) == null) {
            notes.accept(name + " is answered with the type's own status: " + response.statusCode() + " is none");
        }
        response.responseParameters().keySet().stream()
                .filter(parameter -> !parameter.startsWith(HEADER_PREFIX))
                .sorted()
                .forEach(
                        parameter -> notes.accept(name + " is answered without " + parameter + ", which is no header"));
    }
}
