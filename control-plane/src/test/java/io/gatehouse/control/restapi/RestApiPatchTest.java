// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.Caller;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.wire.OneOf;
import io.gatehouse.control.patch.PatchOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestApiPatchTest {
    private static final Caller CALLER = new Caller("key", "123456789012", "eu-west-1");
    private static final String VPC_ENDPOINTS = "/endpointConfiguration/vpcEndpointIds";

    private final RestApi api = api("EDGE", List.of("image/png", "image/jpeg"));

    @Test
    void aReplacedBinaryTypeGoesToTheEnd() {
        assertThat(patched(op("replace", "/binaryMediaTypes/image~1png", "image/gif")).binaryMediaTypes)
                .containsExactly("image/jpeg", "image/gif");
    }

    @Test
    void binaryTypesAreASetThatIsKeyedByThePath() {
        assertThat(patched(
                                op("add", "/binaryMediaTypes/-", "image/png"),
                                op("add", "/binaryMediaTypes/image~1png", null),
                                op("remove", "/binaryMediaTypes/image~1jpeg", null))
                        .binaryMediaTypes)
                .containsExactly("image/png", "-");
    }

    @Test
    void aBinaryTypeThatIsNotThereCanBeRemovedAndReplaced() {
        assertThat(patched(
                                op("replace", "/binaryMediaTypes/image~1png", "application/octet-stream"),
                                op("remove", "/binaryMediaTypes/image~1png", null),
                                op("replace", "/binaryMediaTypes/a~1b", "c/d"))
                        .binaryMediaTypes)
                .containsExactly("image/jpeg", "application/octet-stream", "c/d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "replace", "remove"})
    void theListOfBinaryTypesItselfIsNoPath(String op) {
        refused(op(op, "/binaryMediaTypes", "image/png"), "Invalid patch path /binaryMediaTypes");
    }

    @Test
    void theEndpointTypeIsReplacedByIndexOrByItsOldName() {
        assertThat(endpoint(op("replace", "/endpointConfiguration/types/0", "REGIONAL")))
                .isEqualTo(new EndpointType("REGIONAL", "ipv4", List.of()));
        assertThat(endpoint(op("replace", "/endpointConfiguration/types/EDGE", "PRIVATE")))
                .isEqualTo(new EndpointType("PRIVATE", "dualstack", List.of()));
    }

    @Test
    void theEndpointIsLookedAtWhenTheWholeListWasApplied() {
        assertThat(endpoint(
                        op("add", VPC_ENDPOINTS, "vpce-1"),
                        op("add", VPC_ENDPOINTS, "vpce-2"),
                        op("remove", VPC_ENDPOINTS, "vpce-1"),
                        op("replace", "/endpointConfiguration/types/0", "PRIVATE")))
                .isEqualTo(new EndpointType("PRIVATE", "dualstack", List.of("vpce-2")));
        assertThatThrownBy(() -> endpoint(op("add", VPC_ENDPOINTS, "vpce-1")))
                .hasMessage("VPCEndpoints can only be specified with PRIVATE apis.");
        assertThatThrownBy(() -> endpoint(
                        op("replace", "/endpointConfiguration/types/0", "PRIVATE"),
                        op("replace", "/endpointConfiguration/ipAddressType", "ipv4")))
                .hasMessage("Only dualstack ipAddressType is supported for Private APIs.");
    }

    @Test
    void aPrivateApiThatKeepsItsVpcEndpointsStaysPrivate() {
        RestApi hidden = api("PRIVATE", List.of());
        hidden.vpcEndpointIds = List.of("vpce-1");
        RestApiEdit edit = new RestApiEdit(hidden, CALLER);
        RestApiPatch.TABLE.apply(edit, List.of(op("replace", "/endpointConfiguration/types/PRIVATE", "EDGE")));

        assertThatThrownBy(edit::endpoint).hasMessage("VPCEndpoints can only be specified with PRIVATE apis.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            replace ; /endpointConfiguration/types/0       ; wrong   ; Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE
            remove  ; /endpointConfiguration/types/0       ; EDGE    ; Invalid patch operation specified. Must be 'add'|'remove'|'replace'
            add     ; /endpointConfiguration/types/0       ; EDGE    ; Invalid patch operation specified. Must be 'add'|'remove'|'replace'
            copy    ; /binaryMediaTypes/a~1b               ;         ; Invalid patch operation specified. Must be 'add'|'remove'|'replace'
            remove  ; /endpointConfiguration/ipAddressType ;         ; Invalid patch operation specified. Must be one of: [replace]
            replace ; /endpointConfiguration/ipAddressType ; ipv6    ; ipAddressType must be either ipv4 or dualstack.
            replace ; /endpointConfiguration/vpcEndpointIds; vpce-1  ; Invalid patch operation specified. Must be one of: [add, remove]
            add     ; /endpointConfiguration/vpcEndpointIds;         ; VPC endpoint id must be specified
            replace ; /endpointConfiguration               ; EDGE    ; Invalid patch path /endpointConfiguration
            replace ; /name                                ; " "     ; API Name cannot be blank
            replace ; /name                                ;         ; API Name cannot be blank
            remove  ; /name                                ;         ; Invalid patch operation specified. Must be one of: [replace]
            add     ; /minimumCompressionSize              ; 1       ; Invalid patch operation specified. Must be one of: [replace]
            replace ; /minimumCompressionSize              ; -1      ; Invalid minimum compression size, must be between 0 and 10485760
            replace ; /minimumCompressionSize              ; 10485761; Invalid minimum compression size, must be between 0 and 10485760
            replace ; /minimumCompressionSize              ; many    ; Invalid minimum compression size, must be between 0 and 10485760
            replace ; /apiKeySource                        ; header  ; Invalid ApiKeySource specified. Valid options are HEADER,AUTHORIZER
            replace ; /endpointAccessMode                  ; LOOSE   ; Invalid EndpointAccessMode specified. Valid options are BASIC,STRICT
            replace ; /policy                              ; text    ; Invalid policy document. Please check the policy syntax and ensure that Principals are valid.
            replace ; /tags                                ; a       ; Invalid patch path /tags
            replace ;                                      ; a       ; Invalid patch path null
            replace ; /binaryMediaTypes/image/png          ; a/b     ; Invalid patch path /binaryMediaTypes/image/png
            """)
    void whatCannotBeIsRefusedInAwsWords(String op, @Nullable String path, @Nullable String value, String message) {
        refused(new PatchOperation(op, path, value, null), message);
    }

    @Test
    void theFirstOfTwoWrongOperationsIsNamed() {
        assertThatThrownBy(() -> patched(
                        op("replace", "/apiKeySource", "wrong"), op("replace", "/minimumCompressionSize", "-1")))
                .hasMessageStartingWith("Invalid ApiKeySource specified.");
    }

    @Test
    void anEmptyValueOrNoneUnsets() {
        for (String nothing : Arrays.asList("", null)) {
            RestApiEdit edit = patched(
                    op("replace", "/description", "text"),
                    op("replace", "/version", "v1"),
                    op("replace", "/minimumCompressionSize", "0"),
                    op("replace", "/policy", "{\"Statement\":[]}"),
                    op("replace", "/description", nothing),
                    op("replace", "/version", nothing),
                    op("replace", "/minimumCompressionSize", nothing),
                    op("replace", "/policy", nothing));

            assertThat(edit.description).isNull();
            assertThat(edit.version).isNull();
            assertThat(edit.minimumCompressionSize).isNull();
            assertThat(edit.policy()).isNull();
        }
    }

    @Test
    void aPolicyNamesItsApi() {
        assertThat(patched(op("replace", "/policy", "{\"Statement\":[{\"Resource\":[\"execute-api:/*\"]}]}"))
                        .policy())
                .isEqualTo(
                        "{\"Statement\":[{\"Resource\":\"arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/*\"}]}");
    }

    @Test
    void theSecurityPoliciesAreThoseOfCreateRestApi() {
        String[] created = Arrays.stream(CreateRestApi.class.getRecordComponents())
                .filter(component -> component.getName().equals("securityPolicy"))
                .findFirst()
                .orElseThrow()
                .getAnnotation(OneOf.class)
                .value();

        assertThat(RestApiPatch.SECURITY_POLICIES).containsExactly(created);
    }

    @Test
    @Timeout(5)
    void tenThousandOperationsAreNoWork() {
        List<PatchOperation> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(op("replace", "/binaryMediaTypes/image~1png", "type/" + i));
        }

        RestApiEdit edit = new RestApiEdit(api, CALLER);
        Instant start = Instant.now();
        RestApiPatch.TABLE.apply(edit, many);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
        assertThat(edit.binaryMediaTypes).hasSize(10_001);
    }

    private RestApiEdit patched(PatchOperation... operations) {
        RestApiEdit edit = new RestApiEdit(api, CALLER);
        RestApiPatch.TABLE.apply(edit, List.of(operations));
        return edit;
    }

    private EndpointType endpoint(PatchOperation... operations) {
        return patched(operations).endpoint();
    }

    private void refused(PatchOperation operation, String message) {
        assertThatThrownBy(() -> patched(operation))
                .isInstanceOf(BadRequestException.class)
                .hasMessage(message);
    }

    private static PatchOperation op(String op, String path, @Nullable String value) {
        return PatchOperation.of(op, path, value);
    }

    private static RestApi api(String type, List<String> binaryMediaTypes) {
        CreateRestApi request = new CreateRestApi(
                "pets",
                null,
                null,
                null,
                binaryMediaTypes,
                null,
                null,
                new EndpointConfiguration(List.of(type), null, null),
                null,
                null,
                null,
                null,
                null);
        return new RestApi("a1b2c3d4e5", "root", CALLER, request, Instant.EPOCH);
    }
}
