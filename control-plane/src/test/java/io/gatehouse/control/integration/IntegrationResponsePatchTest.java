// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

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
import org.junit.jupiter.params.provider.CsvSource;

class IntegrationResponsePatchTest {
    private static final String HEADER = "/responseParameters/method.response.header.X";
    private static final IntegrationResponseView BARE = new IntegrationResponseView("200", null, null, null, null);

    @Test
    void membersComeAndGo() {
        PutIntegrationResponse full = patched(
                BARE,
                op("replace", "/selectionPattern", "2.."),
                op("replace", "/contentHandling", "CONVERT_TO_TEXT"),
                op("add", HEADER, "'a'"),
                op("add", "/responseTemplates/application~1json", "{}"));
        assertThat(full)
                .isEqualTo(new PutIntegrationResponse(
                        "2..",
                        Map.of("method.response.header.X", "'a'"),
                        Map.of("application/json", "{}"),
                        "CONVERT_TO_TEXT"));

        assertThat(patched(
                        IntegrationResponseView.of("200", full),
                        op("replace", "/selectionPattern", null),
                        op("replace", "/contentHandling", ""),
                        op("remove", HEADER, null),
                        op("remove", "/responseTemplates/application~1json", null)))
                .isEqualTo(new PutIntegrationResponse(null, null, null, null));
    }

    @Test
    void anEmptyPatternIsKept() {
        assertThat(patched(BARE, op("replace", "/selectionPattern", "")).selectionPattern())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "replace,/responseParameters/method.response.header.X,Invalid parameter name specified",
        "remove,/responseParameters/method.response.header.X,Invalid parameter name specified",
        "replace,/responseTemplates/a~1b,Content-Type specified was not found",
        "remove,/responseTemplates/a~1b,Content-Type specified was not found"
    })
    void whatIsNotThereIsNeitherReplacedNorRemoved(String op, String path, String message) {
        assertThatThrownBy(() -> patched(BARE, op(op, path, "x")))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "replace,/statusCode,Invalid patch path /statusCode",
        "add,/responseTemplates,Invalid patch path /responseTemplates",
        "add,/selectionPattern,Invalid patch operation specified. Must be one of: [replace]"
    })
    void anotherPathOrOpIsRefused(String op, String path, String message) {
        assertThatThrownBy(() -> patched(BARE, op(op, path, "x")))
                .isInstanceOf(BadRequestException.class)
                .hasMessage(message);
    }

    private static PutIntegrationResponse patched(IntegrationResponseView response, PatchOperation... operations) {
        return IntegrationResponseEdit.patched(response, new PatchRequest(List.of(operations)));
    }

    private static PatchOperation op(String op, String path, @Nullable String value) {
        return PatchOperation.of(op, path, value);
    }
}
