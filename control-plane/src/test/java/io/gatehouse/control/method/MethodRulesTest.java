// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.BadRequestException;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodRulesTest {
    private static final Predicate<String> MODELS = "Empty"::equals;

    @ParameterizedTest
    @ValueSource(strings = {"get", "CONNECT", "", "*"})
    void aVerbIsOneOfEight(String verb) {
        assertThatThrownBy(() -> MethodRules.checkVerb(verb))
                .isInstanceOf(BadRequestException.class)
                .hasMessage(
                        "Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "none", "None", "AWS_IAM", "aws_iam"})
    void theAuthorizationTypeIsReadInAnyCase(String type) {
        assertThatCode(() -> MethodRules.check(method(type, null, null, null), MODELS))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUSTOM", "COGNITO_USER_POOLS"})
    void anAuthorizerHasToExist(String type) {
        assertThatThrownBy(() -> MethodRules.check(method(type, null, null, null), MODELS))
                .hasMessage("Invalid authorizer ID specified. Setting the authorization type to CUSTOM or"
                        + " COGNITO_USER_POOLS requires a valid authorizer.");
    }

    @Test
    void aValidatorAndAModelHaveToExist() {
        assertThatThrownBy(() -> MethodRules.check(method("NONE", "val1", null, null), MODELS))
                .hasMessage("Invalid Request Validator identifier specified");
        assertThatThrownBy(() ->
                        MethodRules.check(method("NONE", null, Map.of("application/json", "petModel"), null), MODELS))
                .hasMessage("Invalid model identifier specified: petModel");
        assertThatCode(() -> MethodRules.check(method("NONE", null, Map.of("application/json", "Empty"), null), MODELS))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"method.request.body.x", "method.request.header.", "X", "method.response.header.X"})
    void aRequestParameterNamesALocation(String parameter) {
        assertThatThrownBy(() -> MethodRules.check(method("NONE", null, null, Map.of(parameter, true)), MODELS))
                .hasMessage("Invalid mapping expression specified: Validation Result: warnings : [], errors : "
                        + "[Invalid mapping expression parameter specified: " + parameter + "]");
    }

    private static PutMethod method(
            String type,
            @Nullable String validator,
            @Nullable Map<String, String> models,
            @Nullable Map<String, Boolean> parameters) {
        return new PutMethod(type, null, null, null, parameters, models, validator, null);
    }
}
