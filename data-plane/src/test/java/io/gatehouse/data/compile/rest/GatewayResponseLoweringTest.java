// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.rest.FrozenGatewayResponse;
import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.FaultSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayResponseLoweringTest {
    private static final Map<String, String> OWN = Map.of("application/json", "own");
    private static final Map<String, String> DEFAULT = Map.of("application/json", "default");

    private final List<String> notes = new ArrayList<>();

    private static FrozenGatewayResponse response(String type, @Nullable String status, Map<String, String> templates) {
        return new FrozenGatewayResponse(
                type, status, Map.of("gatewayresponse.header.X-Type", "'" + type + "'"), templates);
    }

    private Map<FaultKind, FaultSpec> lowered(FrozenGatewayResponse... set) {
        return new GatewayResponseLowering(List.of(set), notes::add).lower();
    }

    private static String classOf(FaultKind kind) {
        return kind.status() < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
    }

    private static String otherClass(FaultKind kind) {
        return kind.status() < 500 ? "DEFAULT_5XX" : "DEFAULT_4XX";
    }

    private static int statusOnceSet(FaultKind kind) {
        return kind == FaultKind.INTEGRATION_FAILURE ? 500 : kind.status();
    }

    @ParameterizedTest
    @EnumSource
    void nothingSetLeavesItToTheEngine(FaultKind kind) {
        assertThat(lowered(response(otherClass(kind), "499", DEFAULT))).doesNotContainKey(kind);
    }

    @ParameterizedTest
    @EnumSource
    void aDefaultShowsThroughWholly(FaultKind kind) {
        assertThat(lowered(response(classOf(kind), "599", DEFAULT)))
                .containsEntry(kind, new FaultSpec(599, Map.of("X-Type", "'" + classOf(kind) + "'"), DEFAULT));
    }

    @ParameterizedTest
    @EnumSource
    void aDefaultWithoutAStatusKeepsTheTypesOwn(FaultKind kind) {
        assertThat(lowered(response(classOf(kind), null, DEFAULT)))
                .hasEntrySatisfying(kind, spec -> assertThat(spec.status()).isEqualTo(kind.status()));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSetForATypeIgnoresTheDefaultWholly(FaultKind kind) {
        FrozenGatewayResponse byClass = response(classOf(kind), "599", DEFAULT);
        assertThat(lowered(byClass, response(kind.name(), "418", OWN)))
                .containsEntry(kind, new FaultSpec(418, Map.of("X-Type", "'" + kind + "'"), OWN));
        assertThat(lowered(byClass, response(kind.name(), null, Map.of())))
                .containsEntry(kind, new FaultSpec(statusOnceSet(kind), Map.of("X-Type", "'" + kind + "'"), Map.of()));
    }

    @Test
    void aStatusThatIsNoneFallsBackAndIsNoted() {
        for (String status : List.of("", "abc", "99", "100", "600", "4040")) {
            notes.clear();
            assertThat(lowered(response("THROTTLED", status, OWN)).get(FaultKind.THROTTLED))
                    .extracting(FaultSpec::status)
                    .isEqualTo(429);
            assertThat(notes).singleElement().asString().contains("THROTTLED");
        }
    }

    @Test
    void aParameterThatIsNoHeaderIsLeftOutAndNoted() {
        FrozenGatewayResponse odd =
                new FrozenGatewayResponse("THROTTLED", null, Map.of("gatewayresponse.querystring.a", "'1'"), Map.of());
        assertThat(lowered(odd).get(FaultKind.THROTTLED)).isEqualTo(new FaultSpec(429, Map.of(), Map.of()));
        assertThat(notes).singleElement().asString().contains("gatewayresponse.querystring.a");
    }
}
