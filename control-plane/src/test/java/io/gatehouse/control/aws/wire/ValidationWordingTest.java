// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.ValidationException;
import io.gatehouse.control.patch.PatchRequest;
import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidationWordingTest {

    record Endpoint(
            @OneOf({"PRIVATE", "EDGE", "REGIONAL"}) @Nullable
            List<String> types,

            @OneOf({"ipv4", "dualstack"}) @Nullable String ipAddressType) {}

    record CreateApi(
            @Required @Nullable String name,
            @Nullable Endpoint endpointConfiguration,
            @Nullable Map<String, Endpoint> more) {}

    /** An operation as a noun declares it; nobody calls it. */
    interface Operations {
        void getGatewayResponse(
                @PathParam("restapi_id") String restApiId,
                @PathParam("response_type") @OneOf({"THROTTLED", "UNAUTHORIZED"}) String responseType,
                @PathParam("status_code") @Matches("[1-5]\\d\\d") String statusCode);
    }

    @Test
    void aWrongChoiceIsToldWithItsPathAndTheChoicesInTheirOwnOrder() {
        refused("{\"name\": \"a\", \"endpointConfiguration\": {\"ipAddressType\": \"wrong\"}}")
                .hasMessage("1 validation error detected: Value 'wrong' at"
                        + " 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: [ipv4, dualstack]");
    }

    @Test
    void aListIsShownWholeWithANestedConstraint() {
        refused("{\"name\": \"a\", \"endpointConfiguration\": {\"types\": [\"wrong\"]}}")
                .hasMessage("1 validation error detected: Value '[wrong]' at"
                        + " 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must"
                        + " satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]");
    }

    @Test
    void allViolationsAreToldAtOnceInTheOrderOfTheDeclaration() {
        refused("{\"endpointConfiguration\": {\"ipAddressType\": \"wrong\", \"types\": [\"EDGE\", \"wrong\"]}}")
                .hasMessage("3 validation errors detected: Value null at 'createRestApiInput.name' failed to satisfy"
                        + " constraint: Member must not be null; Value '[EDGE, wrong]' at"
                        + " 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must"
                        + " satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]; Value"
                        + " 'wrong' at 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy"
                        + " constraint: Member must satisfy enum value set: [ipv4, dualstack]");
    }

    @Test
    void membersOfListsCarryTheirPlaceCountedFromOneAndOnlyOffendersAreTold() {
        String body = """
                {"patchOperations": [{"op": "wrong", "path": "/a"}, {"op": "remove", "path": "/a"}, {"op": "Add"}]}
                """;
        assertThatThrownBy(() -> RequestDecoder.decode(
                        PatchRequest.class, body.getBytes(StandardCharsets.UTF_8), "updateGatewayResponse", List.of()))
                .isInstanceOf(ValidationException.class)
                .hasMessage("2 validation errors detected: Value 'wrong' at"
                        + " 'updateGatewayResponseInput.patchOperations.1.member.op' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: [add, remove, move, test, replace, copy]; Value 'Add' at"
                        + " 'updateGatewayResponseInput.patchOperations.3.member.op' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: [add, remove, move, test, replace, copy]");
    }

    @Test
    void membersOfMapsCarryTheirKey() {
        refused("{\"name\": \"a\", \"more\": {\"x\": {\"ipAddressType\": \"\"}}}")
                .hasMessageStartingWith(
                        "1 validation error detected: Value '' at 'createRestApiInput.more.x.member.ipAddressType'");
    }

    @Test
    void pathParametersAreNamedWithoutTheOperation() throws NoSuchMethodException {
        Method operation = Operations.class.getMethod("getGatewayResponse", String.class, String.class, String.class);
        Map<String, String> values = Map.of("restapi_id", "a", "response_type", "NONE", "status_code", "2xx");
        assertThat(Labels.violations(operation, values::get))
                .containsExactly(
                        "Value 'NONE' at 'responseType' failed to satisfy constraint: Member must satisfy enum value set:"
                                + " [THROTTLED, UNAUTHORIZED]",
                        "Value '2xx' at 'statusCode' failed to satisfy constraint: Member must satisfy regular"
                                + " expression pattern: [1-5]\\d\\d");
        assertThat(Labels.violations(
                        operation, Map.of("restapi_id", "a", "response_type", "THROTTLED", "status_code", "200")::get))
                .isEmpty();
    }

    @Test
    void pathParametersAndBodyAreToldTogether() {
        assertThatThrownBy(() -> RequestDecoder.decode(
                        CreateApi.class, new byte[0], "putIt", List.of("Value '2xx' at 'statusCode' is wrong")))
                .hasMessage("2 validation errors detected: Value '2xx' at 'statusCode' is wrong; Value null at"
                        + " 'putItInput.name' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void aLongValueIsCutAndOfManyViolationsTheFirstAreTold() {
        refused("{\"name\": \"a\", \"endpointConfiguration\": {\"ipAddressType\": \"" + "😀".repeat(600_000) + "\"}}")
                .hasMessageStartingWith("1 validation error detected: Value '" + "😀".repeat(512) + "...' at");
        String many = "{\"patchOperations\": [" + "{\"op\": \"x\"},".repeat(5_000) + "{}]}";
        assertThatThrownBy(() -> RequestDecoder.decode(
                        PatchRequest.class, many.getBytes(StandardCharsets.UTF_8), "updateStage", List.of()))
                .hasMessageStartingWith("1000 validation errors detected: Value 'x'");
    }

    @Test
    void whatKeepsTheRulesPasses() {
        CreateApi input = RequestDecoder.decode(
                CreateApi.class,
                "{\"name\": \"a\", \"endpointConfiguration\": {\"types\": [\"EDGE\"]}}"
                        .getBytes(StandardCharsets.UTF_8),
                "createRestApi",
                List.of());
        assertThat(input).isEqualTo(new CreateApi("a", new Endpoint(List.of("EDGE"), null), null));
    }

    private static AbstractThrowableAssert<?, ?> refused(String body) {
        return assertThatThrownBy(() -> RequestDecoder.decode(
                        CreateApi.class, body.getBytes(StandardCharsets.UTF_8), "createRestApi", List.of()))
                .isInstanceOf(ValidationException.class);
    }
}
