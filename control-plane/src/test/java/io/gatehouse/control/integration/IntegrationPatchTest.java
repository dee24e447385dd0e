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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationPatchTest {
    private static final MethodKey KEY = new MethodKey("resource", "GET");
    private static final String Q = "method.request.querystring.q";

    private final Integration http = integration("HTTP");

    @Test
    void anEmptyListMakesTheSameIntegration() {
        for (Integration integration : List.of(http, integration("MOCK"))) {
            IntegrationView before = IntegrationView.of(integration);

            take(integration);
            assertThat(IntegrationView.of(integration)).isEqualTo(before);
        }
    }

    @Test
    void everyMemberButTheTypeCanBeReplaced() {
        take(
                http,
                op("replace", "/uri", "https://other.example.com/"),
                op("replace", "/httpMethod", "POST"),
                op("replace", "/timeoutInMillis", "5000"),
                op("replace", "/credentials", "arn:aws:iam::123456789012:role/r"),
                op("replace", "/passthroughBehavior", "NEVER"),
                op("replace", "/contentHandling", "CONVERT_TO_TEXT"),
                op("replace", "/connectionType", "VPC_LINK"),
                op("replace", "/connectionId", "${stageVariables.link}"),
                op("replace", "/tlsConfig/insecureSkipVerification", "true"),
                op("replace", "/responseTransferMode", "STREAM"),
                op("replace", "/integrationTarget", "target"),
                op("replace", "/cacheNamespace", "ns"));

        assertThat(IntegrationView.of(http))
                .isEqualTo(new IntegrationView(
                        "HTTP",
                        "POST",
                        "https://other.example.com/",
                        "VPC_LINK",
                        "${stageVariables.link}",
                        "arn:aws:iam::123456789012:role/r",
                        null,
                        null,
                        "NEVER",
                        "CONVERT_TO_TEXT",
                        5000,
                        "ns",
                        List.of(),
                        null,
                        new TlsConfig(true),
                        "STREAM",
                        "target"));
    }

    @Test
    void whatIsEmptiedFallsBackToItsDefault() {
        IntegrationView before = IntegrationView.of(http);
        take(
                http,
                op("replace", "/timeoutInMillis", "5000"),
                op("replace", "/passthroughBehavior", "NEVER"),
                op("replace", "/contentHandling", "CONVERT_TO_TEXT"),
                op("replace", "/cacheNamespace", "ns"),
                op("replace", "/credentials", "x"));

        take(
                http,
                op("replace", "/timeoutInMillis", ""),
                op("replace", "/passthroughBehavior", null),
                op("replace", "/contentHandling", ""),
                op("replace", "/cacheNamespace", ""),
                op("replace", "/credentials", null));
        assertThat(IntegrationView.of(http)).isEqualTo(before);
    }

    @Test
    void aMockForgetsVerbAndUri() {
        Integration mock = integration("MOCK");

        take(mock, op("replace", "/uri", "http://example.com"), op("replace", "/httpMethod", "GET"));
        assertThat(IntegrationView.of(mock).uri()).isNull();
        assertThat(IntegrationView.of(mock).httpMethod()).isNull();
    }

    @Test
    void parametersTemplatesAndCacheKeysComeAndGo() {
        take(
                http,
                op("add", "/requestParameters/integration.request.header.X", "'a'"),
                op("add", "/requestTemplates/application~1json", null),
                op("add", "/cacheKeyParameters/" + Q, ""));
        IntegrationView full = IntegrationView.of(http);
        assertThat(full.requestParameters()).isEqualTo(Map.of("integration.request.header.X", "'a'"));
        assertThat(full.requestTemplates()).isEqualTo(Map.of("application/json", ""));
        assertThat(full.cacheKeyParameters()).containsExactly(Q);

        take(
                http,
                op("remove", "/requestParameters/integration.request.header.X", null),
                op("remove", "/requestTemplates/application~1json", null),
                op("remove", "/cacheKeyParameters/" + Q, ""));
        IntegrationView emptied = IntegrationView.of(http);
        assertThat(emptied.requestParameters()).isNull();
        assertThat(emptied.requestTemplates()).isNull();
        assertThat(emptied.cacheKeyParameters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "replace,/requestParameters/integration.request.header.X,Invalid parameter name specified",
        "remove,/requestParameters/integration.request.header.X,Invalid parameter name specified",
        "remove,/cacheKeyParameters/method.request.querystring.q,Invalid parameter name specified",
        "replace,/requestTemplates/a~1b,Content-Type specified was not found",
        "remove,/requestTemplates/a~1b,Content-Type specified was not found"
    })
    void whatIsNotThereIsNeitherReplacedNorRemoved(String op, String path, String message) {
        assertThatThrownBy(() -> take(http, op(op, path, "x")))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "replace,/type,Invalid patch path /type",
        "add,/requestTemplates/application/json,Invalid patch path /requestTemplates/application/json",
        "replace,/cacheKeyParameters,Invalid patch path /cacheKeyParameters",
        "add,/uri,Invalid patch operation specified. Must be one of: [replace]",
        "remove,/connectionId,Invalid patch operation specified. Must be one of: [replace]",
        "replace,/timeoutInMillis,Timeout should be between 50 ms and 300000 ms",
    })
    void anotherPathOpOrValueIsRefused(String op, String path, String message) {
        assertThatThrownBy(() -> take(http, op(op, path, "x")))
                .isInstanceOf(BadRequestException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/connectionType", "/contentHandling", "/responseTransferMode"})
    void aChoiceIsOneOfItsOptions(String path) {
        assertThatThrownBy(() -> take(http, op("replace", path, "x")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Valid options are");
    }

    @Test
    void whatThePatchesMakeIsHeldAgainstTheRulesOfAPut() {
        IntegrationView before = IntegrationView.of(http);
        for (PatchOperation refused : List.of(
                op("replace", "/uri", "non-valid-http"),
                op("replace", "/httpMethod", ""),
                op("replace", "/httpMethod", "get"),
                op("replace", "/timeoutInMillis", "49"),
                op("replace", "/passthroughBehavior", "SOMETIMES"),
                op("replace", "/connectionType", "VPC_LINK"),
                op("add", "/requestParameters/integration.request.header.X", "method.request.header.undeclared"),
                op("add", "/cacheKeyParameters/method.request.header.undeclared", ""),
                op("add", "/requestTemplates/123", "x"))) {
            assertThatThrownBy(() -> take(http, op("replace", "/cacheNamespace", "ns"), refused))
                    .as(refused.toString())
                    .isInstanceOf(BadRequestException.class);
        }
        assertThat(IntegrationView.of(http)).isEqualTo(before);
    }

    @Test
    void aParameterOfTheIntegrationIsACacheKeyToo() {
        take(
                http,
                op("add", "/cacheKeyParameters/integration.request.path.id", ""),
                op("add", "/requestParameters/integration.request.path.id", "'a'"));
        assertThat(IntegrationView.of(http).cacheKeyParameters()).containsExactly("integration.request.path.id");

        http.keepCacheKeys(Set.of());
        assertThat(IntegrationView.of(http).cacheKeyParameters()).containsExactly("integration.request.path.id");
    }

    private static void take(Integration integration, PatchOperation... operations) {
        PutIntegration patched = IntegrationEdit.patched(integration, new PatchRequest(List.of(operations)));
        IntegrationRules.check(patched, Set.of(Q));
        integration.take(KEY, patched);
    }

    private static Integration integration(String type) {
        return new Integration(
                "api",
                KEY,
                new PutIntegration(
                        type,
                        "GET",
                        "http://example.com",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static PatchOperation op(String op, String path, @Nullable String value) {
        return PatchOperation.of(op, path, value);
    }
}
