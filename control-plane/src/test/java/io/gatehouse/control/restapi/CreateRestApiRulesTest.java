// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateRestApiRulesTest {

    @ParameterizedTest
    @CsvSource({"EDGE, ipv4", "REGIONAL, ipv4", "PRIVATE, dualstack"})
    void theEndpointTypeDecidesTheIpAddressType(String type, String ipAddressType) {
        assertThat(EndpointType.of(new EndpointConfiguration(List.of(type), null, null)))
                .isEqualTo(new EndpointType(type, ipAddressType, List.of()));
    }

    @Test
    void anApiIsEdgeWhenNothingIsSaid() {
        assertThat(EndpointType.of(null).type()).isEqualTo("EDGE");
        assertThat(EndpointType.of(new EndpointConfiguration(null, "dualstack", null)))
                .isEqualTo(new EndpointType("EDGE", "dualstack", List.of()));
    }

    @Test
    void noTypeOrTwoTypesAreRefused() {
        assertThatThrownBy(() -> EndpointType.of(new EndpointConfiguration(List.of(), null, null)))
                .hasMessage("REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.");
        assertThatThrownBy(() -> EndpointType.of(new EndpointConfiguration(List.of("EDGE", "REGIONAL"), null, null)))
                .hasMessage("Cannot create an api with multiple Endpoint Types.");
    }

    @Test
    void aPrivateApiIsDualstackOnly() {
        assertThatThrownBy(() -> EndpointType.of(new EndpointConfiguration(List.of("PRIVATE"), "ipv4", null)))
                .hasMessage("Only dualstack ipAddressType is supported for Private APIs.");
    }

    @Test
    void vpcEndpointsBelongToPrivateApis() {
        assertThatThrownBy(() -> EndpointType.of(new EndpointConfiguration(List.of("EDGE"), null, List.of("vpce-1"))))
                .hasMessage("VPCEndpoints can only be specified with PRIVATE apis.");
    }

    @Test
    void theDescriptionIsLookedAtBeforeTheCompressionSize() {
        assertThatThrownBy(() -> RestApiRules.check(request("", -1)))
                .hasMessage("Description cannot be an empty string");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_485_761})
    void theCompressionSizeHasBounds(int size) {
        assertThatThrownBy(() -> RestApiRules.check(request("text", size)))
                .hasMessage("Invalid minimum compression size, must be between 0 and 10485760");
    }

    @Test
    void aNameIsNotBlank() {
        assertThatThrownBy(() -> RestApiRules.checkName(" ")).hasMessage("API Name cannot be blank");
    }

    private static CreateRestApi request(String description, @Nullable Integer size) {
        return new CreateRestApi("name", description, null, null, null, size, null, null, null, null, null, null, null);
    }
}
