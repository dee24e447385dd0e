// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.patch.PatchOperation;
import io.gatehouse.control.patch.PatchRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodResponsePatchTest {
    private static final String HEADER = "/responseParameters/method.response.header.X";
    private static final String MODEL = "/responseModels/application~1json";
    private static final MethodResponseView BARE = new MethodResponseView("200", null, null);

    @Test
    void headersAndModelsComeAndGo() {
        PutMethodResponse added = patched(BARE, op("add", HEADER, "true"), op("add", MODEL, "Empty"));
        assertThat(added)
                .isEqualTo(new PutMethodResponse(
                        Map.of("method.response.header.X", true), Map.of("application/json", "Empty")));

        MethodResponseView full = MethodResponseView.of("200", added);
        assertThat(patched(full, op("replace", HEADER, "false"), op("replace", MODEL, "Error")))
                .isEqualTo(new PutMethodResponse(
                        Map.of("method.response.header.X", false), Map.of("application/json", "Error")));
        assertThat(patched(full, op("remove", HEADER, null), op("remove", MODEL, null)))
                .isEqualTo(new PutMethodResponse(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace", "remove"})
    void whatIsNotThereIsNeitherReplacedNorRemoved(String op) {
        assertThatThrownBy(() -> patched(BARE, op(op, HEADER, "true")))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Invalid parameter name specified");
        assertThatThrownBy(() -> patched(BARE, op(op, MODEL, "Empty")))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Content-Type specified was not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wrong/method.response.header.my-header", "/responseParameters", "/statusCode"})
    void anotherPathIsNamed(String path) {
        assertThatThrownBy(() -> patched(BARE, op("add", path, "x")))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("Invalid patch path " + path);
    }

    private static PutMethodResponse patched(MethodResponseView response, PatchOperation... operations) {
        return MethodResponseEdit.patched(response, new PatchRequest(List.of(operations)));
    }

    private static PatchOperation op(String op, String path, @Nullable String value) {
        return PatchOperation.of(op, path, value);
    }
}
