// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.ConflictException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathPartTest {

    @ParameterizedTest
    @ValueSource(strings = {"users", "v1.0", "a_b-c", "{id}", "{proxy+}", "{user-id}", "batch:get", "0"})
    void lettersDigitsMarksAndOneVariableAreAllowed(String pathPart) {
        assertThatCode(() -> PathPart.check(pathPart)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "a b",
                "{id",
                "id}",
                "{}",
                "{+}",
                "{a}{b}",
                "a{b}",
                "{proxy++}",
                "$metadata",
                "é",
                "proxy+"
            })
    void everythingElseIsRefused(String pathPart) {
        assertThatThrownBy(() -> PathPart.check(pathPart))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable"
                        + " and curly braces at the beginning and the end.");
    }

    @Test
    void anEmptyPathPartIsRefused() {
        assertThatThrownBy(() -> PathPart.check("")).hasMessage("Resource's path part must be specified");
    }

    @Test
    void aNameIsTakenOncePerParent() {
        assertThatThrownBy(() -> PathPart.checkPlace("users", null, List.of("pets", "users")))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Another resource with the same parent already has this name: users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{id}", "{proxy+}"})
    void aParentHasOneVariableChild(String pathPart) {
        assertThatThrownBy(() -> PathPart.checkPlace(pathPart, "users", List.of("list", "{name}")))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("A sibling ({name}) of this resource already has a variable path part"
                        + " -- only one is allowed");
    }

    @Test
    void literalsStandBesideAVariable() {
        assertThatCode(() -> PathPart.checkPlace("list", "users", List.of("{proxy+}", "all")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "{child}"})
    void aGreedyResourceHasNoChildren(String pathPart) {
        assertThatThrownBy(() -> PathPart.checkPlace(pathPart, "{proxy+}", List.of()))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("Cannot create a child of a resource with a greedy path variable: {proxy+}");
    }
}
