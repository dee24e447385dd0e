// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.client.GatehouseClients;
import io.gatehouse.client.GatehouseEndpoint;
import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayException;

/** A program that other machines can reach verifies who manages it, with the development key when it has no other. */
final class BeyondLoopbackIT {
    @RegisterExtension
    static final GatehouseExtension GATEHOUSE =
            GatehouseExtension.with(() -> GatehouseOptions.defaults().withHost("0.0.0.0"));

    private final GatehouseProgram program;

    BeyondLoopbackIT(GatehouseProgram program) {
        this.program = program;
    }

    @Test
    void theDevelopmentKeyIsAccepted() {
        assertThat(list(program.endpoint())).isZero();
    }

    @Test
    void aWrongSecretIsRefused() {
        assertThatThrownBy(() -> list(program.endpoint().withCredentials("test", "guess")))
                .isInstanceOfSatisfying(ApiGatewayException.class, refusal -> {
                    assertThat(refusal.statusCode()).isEqualTo(403);
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
                });
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThatThrownBy(() -> list(program.endpoint().withCredentials("AKIDSTRANGER", "test")))
                .isInstanceOfSatisfying(ApiGatewayException.class, refusal -> {
                    assertThat(refusal.statusCode()).isEqualTo(403);
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("UnrecognizedClientException");
                });
    }

    @Test
    void aKeyOfTwelveDigitsIsItsAccountWithTheSameSecret() {
        assertThat(list(program.endpoint().withCredentials("123456789012", "test")))
                .isZero();
        assertThatThrownBy(() -> list(program.endpoint().withCredentials("123456789012", "guess")))
                .isInstanceOfSatisfying(
                        ApiGatewayException.class,
                        refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
    }

    @Test
    void anUnsignedCallIsRefused() throws Exception {
        Visitor.Answer answer = new Visitor().get(URI.create(program.endpoint().uri() + "/restapis"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    }

    @Test
    void theStartBlockSaysThatSignaturesAreVerified() {
        assertThat(String.join("\n", program.output())).containsIgnoringCase("verified");
    }

    private static int list(GatehouseEndpoint endpoint) {
        try (ApiGatewayClient client = GatehouseClients.apiGateway(endpoint)) {
            return client.getRestApis().items().size();
        }
    }
}
