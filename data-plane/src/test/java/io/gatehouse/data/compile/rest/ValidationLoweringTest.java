// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.FrozenModel;
import io.gatehouse.contract.rest.FrozenRequestValidator;
import io.gatehouse.contract.served.ValidationSpec;
import io.gatehouse.contract.served.ValidationSpec.Location;
import io.gatehouse.contract.served.ValidationSpec.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidationLoweringTest {
    private static final String MODELS = "https://apigateway.amazonaws.com/restapis/a1b2c3d4e5/models/";

    private static final FrozenApi API = new FrozenApi(
            FrozenApi.CURRENT_FORMAT,
            "a1b2c3d4e5",
            "pets",
            "HEADER",
            false,
            List.of(),
            null,
            null,
            List.of(),
            List.of(
                    new FrozenModel("Pet", "application/json", null, "{\"type\":\"object\"}"),
                    new FrozenModel("Bare", "application/json", null, null)),
            List.of(
                    new FrozenRequestValidator("all", true, true),
                    new FrozenRequestValidator("body", true, false),
                    new FrozenRequestValidator("parameters", false, true),
                    new FrozenRequestValidator("none", false, false)),
            List.of());

    private static final Map<String, Boolean> PARAMETERS = Map.of(
            "method.request.querystring.q2", true,
            "method.request.querystring.q1", true,
            "method.request.path.id", true,
            "method.request.header.B", true,
            "method.request.header.A", true,
            "method.request.header.Optional", false);

    private final List<String> notes = new ArrayList<>();

    private @Nullable ValidationSpec lowered(
            @Nullable String validator, Map<String, Boolean> parameters, Map<String, String> models) {
        FrozenMethod method = new FrozenMethod(
                "POST", "NONE", null, List.of(), false, null, validator, parameters, models, Map.of(), null);
        return new ValidationLowering(API).lower(method, notes::add);
    }

    @Test
    void requiredParametersComeByLocationAndThenByName() {
        assertThat(lowered("parameters", PARAMETERS, Map.of("application/json", "Pet")))
                .isEqualTo(new ValidationSpec(
                        List.of(
                                new Parameter(Location.HEADER, "A"),
                                new Parameter(Location.HEADER, "B"),
                                new Parameter(Location.PATH, "id"),
                                new Parameter(Location.QUERY, "q1"),
                                new Parameter(Location.QUERY, "q2")),
                        false,
                        Map.of()));
    }

    @Test
    void modelsBecomeAddressesByBareContentType() {
        assertThat(lowered("body", PARAMETERS, Map.of("Application/JSON; charset=utf-8", "Pet")))
                .isEqualTo(new ValidationSpec(List.of(), true, Map.of("application/json", MODELS + "Pet")));
    }

    @Test
    void whatHasNothingToCheckIsNotInThePlan() {
        assertThat(lowered(null, PARAMETERS, Map.of("application/json", "Pet"))).isNull();
        assertThat(lowered("none", PARAMETERS, Map.of("application/json", "Pet")))
                .isNull();
        assertThat(lowered("all", Map.of("method.request.header.A", false), Map.of()))
                .isNull();
        assertThat(notes).isEmpty();
    }

    @Test
    void aValidatorThatIsNotThereIsNoted() {
        assertThat(lowered("gone", PARAMETERS, Map.of())).isNull();
        assertThat(notes).singleElement().asString().contains("gone");
    }

    @Test
    void everyModelIsADocumentAndOneWithoutASchemaTakesAnyJson() {
        assertThat(new ValidationLowering(API).documents())
                .isEqualTo(Map.of(MODELS + "Pet", "{\"type\":\"object\"}", MODELS + "Bare", "{}"));
    }
}
