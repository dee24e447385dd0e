// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.integration.MethodKey;
import io.gatehouse.control.patch.PatchOperation;
import io.gatehouse.control.patch.PatchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPatchTest {
    private static final String HEADER = "method.request.header.X";
    private static final String ONLY_REPLACE = "Invalid patch operation specified. Must be one of: [replace]";

    private final Method method = new Method(
            "api",
            new MethodKey("resource", "GET"),
            new PutMethod(
                    "NONE",
                    null,
                    true,
                    "name",
                    Map.of(HEADER, true),
                    Map.of("application/json", "Empty"),
                    null,
                    List.of("a")));

    @Test
    void anEmptyListMakesTheSameMethod() {
        MethodView before = MethodView.of(method, null);

        method.take(patched());
        assertThat(MethodView.of(method, null)).isEqualTo(before);
    }

    @Test
    void everyMemberCanBeReplaced() {
        PutMethod patched = patched(
                op("replace", "/authorizationType", "CUSTOM"),
                op("replace", "/authorizerId", "abc"),
                op("replace", "/apiKeyRequired", "false"),
                op("replace", "/operationName", "other"),
                op("replace", "/requestValidatorId", "val"),
                op("replace", "/requestParameters/" + HEADER, "false"),
                op("replace", "/requestModels/application~1json", "Error"));

        assertThat(patched)
                .isEqualTo(new PutMethod(
                        "CUSTOM",
                        "abc",
                        false,
                        "other",
                        Map.of(HEADER, false),
                        Map.of("application/json", "Error"),
                        "val",
                        List.of("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authorizerId", "/operationName", "/requestValidatorId"})
    void anEmptiedMemberIsUnset(String path) {
        for (PatchOperation empty : List.of(op("replace", path, ""), op("replace", path, null))) {
            PutMethod patched = patched(op("replace", path, "x"), empty);

            assertThat(patched.authorizerId()).isNull();
            assertThat(patched.requestValidatorId()).isNull();
            assertThat(patched.operationName()).isEqualTo(path.equals("/operationName") ? null : "name");
        }
    }

    @Test
    void anythingButTrueIsFalse() {
        PutMethod patched =
                patched(op("replace", "/apiKeyRequired", "whatever"), op("add", "/requestParameters/" + HEADER, null));

        assertThat(patched.apiKeyRequired()).isFalse();
        assertThat(patched.requestParameters()).isEqualTo(Map.of(HEADER, false));
    }

    @Test
    void scopesAreAddedAndRemovedByValue() {
        PutMethod patched = patched(
                op("add", "/authorizationScopes", "b"),
                op("add", "/authorizationScopes", "b"),
                op("remove", "/authorizationScopes", "a"));

        assertThat(patched.authorizationScopes()).containsExactly("b");
    }

    @Test
    void aMapGoesWithItsLastEntry() {
        PutMethod patched = patched(
                op("remove", "/requestParameters/" + HEADER, null),
                op("remove", "/requestModels/application~1json", null));

        assertThat(patched.requestParameters()).isNull();
        assertThat(patched.requestModels()).isNull();
    }

    @Test
    void theOrderOfTheListCounts() {
        PutMethod patched = patched(
                op("remove", "/requestParameters/" + HEADER, null),
                op("add", "/requestParameters/" + HEADER, "false"),
                op("replace", "/operationName", "first"),
                op("replace", "/operationName", "second"));

        assertThat(patched.requestParameters()).isEqualTo(Map.of(HEADER, false));
        assertThat(patched.operationName()).isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace", "remove"})
    void whatIsNotThereIsNeitherReplacedNorRemoved(String op) {
        assertThatThrownBy(() -> patched(op(op, "/requestParameters/method.request.header.Y", "true")))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Invalid parameter name specified");
        assertThatThrownBy(() -> patched(op(op, "/requestModels/text~1xml", "Empty")))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Content-Type specified was not found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/httpMethod", "/requestParameters", "/requestModels/application/json", "/requestModels/", "x"})
    void anotherPathIsNamed(String path) {
        assertThatThrownBy(() -> patched(op("replace", path, "x")))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("Invalid patch path " + path);
    }

    @ParameterizedTest
    @CsvSource({"add,/operationName", "add,/requestValidatorId", "remove,/authorizationType", "copy,/apiKeyRequired"})
    void aPlainMemberIsOnlyReplaced(String op, String path) {
        assertThatThrownBy(() -> patched(op(op, path, "x")))
                .isInstanceOf(BadRequestException.class)
                .hasMessage(ONLY_REPLACE);
    }

    @Test
    void aRefusedListLeavesTheMethodAsItWas() {
        MethodView before = MethodView.of(method, null);

        assertThatThrownBy(() -> patched(
                        op("replace", "/operationName", "other"),
                        op("remove", "/requestParameters/" + HEADER, null),
                        op("remove", "/requestParameters/" + HEADER, null)))
                .isInstanceOf(NotFoundException.class);
        assertThat(MethodView.of(method, null)).isEqualTo(before);
    }

    @Test
    void anAuthorizerOfAMethodWithoutOneIsForgotten() {
        method.take(patched(op("replace", "/authorizerId", "abc")));

        assertThat(MethodView.of(method, null).authorizerId()).isNull();
    }

    @Test
    void modelsAreLookedForOnceEach() {
        List<String> asked = new ArrayList<>();
        PutMethod patched = patched(
                op("add", "/requestModels/a~1b", "Empty"),
                op("add", "/requestModels/c~1d", "Error"),
                op("add", "/requestModels/e~1f", "Empty"));

        MethodRules.check(patched, asked::add);
        assertThat(asked).containsExactlyInAnyOrder("Empty", "Error");
    }

    private PutMethod patched(PatchOperation... operations) {
        return MethodEdit.patched(method, new PatchRequest(List.of(operations)));
    }

    private static PatchOperation op(String op, String path, @Nullable String value) {
        return PatchOperation.of(op, path, value);
    }
}
