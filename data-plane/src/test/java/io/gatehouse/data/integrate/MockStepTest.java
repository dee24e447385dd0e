// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a MOCK integration makes of what its request template has rendered. */
class MockStepTest {

    private static int status(String payload) {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        exchange.payload(Buffer.buffer(payload));
        new MockStep().apply(exchange);
        assertThat(exchange.backendAnswer().body()).isEqualTo(Buffer.buffer());
        return exchange.backendAnswer().status();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"statusCode\": 200} | 200",
                "{statusCode: 200} | 200",
                "{'statusCode': 404} | 404",
                "{\"statusCode\": \"201\"} | 201",
                "{\"a\": [1], \"statusCode\": 503,} | 503",
                "{/* why */ \"statusCode\": 299} | 299",
            })
    void theStatusIsReadAlsoOfWhatIsNotStrictlyJson(String payload, int status) {
        assertThat(status(payload)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "200",
                "[200]",
                "null",
                "no json",
                "{\"statusCode\": }",
                "{\"statusCode\": \"ok\"}",
                "{\"statusCode\": 99}",
                "{\"statusCode\": 600}",
                "{\"statuscode\": 200}"
            })
    void withoutAStatusTheIntegrationIsMisconfigured(String payload) {
        assertThatThrownBy(() -> status(payload)).isInstanceOfSatisfying(FaultException.class, fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.API_CONFIGURATION_ERROR);
            assertThat(fault.logReason()).contains("Unable to parse statusCode");
        });
    }

    @Test
    void aPayloadNestedWithoutEndIsNone() {
        assertThatThrownBy(() -> status("[".repeat(50_000))).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> status("{\"a\":".repeat(10_000))).isInstanceOf(FaultException.class);
    }
}
