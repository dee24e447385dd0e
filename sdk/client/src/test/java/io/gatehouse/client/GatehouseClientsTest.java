// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

final class GatehouseClientsTest {

    @Test
    void aClientNeedsNothingButItsEndpoint() {
        GatehouseEndpoint nobody = GatehouseEndpoint.of(URI.create("http://127.0.0.1:1"));

        try (ApiGatewayClient client = GatehouseClients.apiGateway(nobody)) {
            assertThat(client.serviceClientConfiguration().region().id()).isEqualTo("us-east-1");
            assertThatThrownBy(client::getRestApis)
                    .isInstanceOf(SdkClientException.class)
                    .hasMessageContaining("127.0.0.1:1");
        }
    }

    @Test
    void anEndpointWithoutAHostIsRefused() {
        assertThatThrownBy(() -> GatehouseEndpoint.of(URI.create("localhost:4566")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("localhost:4566");
    }
}
