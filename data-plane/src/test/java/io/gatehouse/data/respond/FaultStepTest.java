// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FakeOutbound;
import io.gatehouse.data.pipeline.FaultException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultStepTest {

    private static FakeOutbound answerTo(RuntimeException failure) {
        Exchange exchange = Exchanges.of(
                FakeInbound.get("/pets"),
                Exchanges.plan(
                        List.of(failing -> {
                            failing.outbound().headers().set("X-Half-Made", "1");
                            throw failure;
                        }),
                        List.of(),
                        List.of(new FaultStep(Map.of(), Map.of()))));
        exchange.start(over -> {});
        return Exchanges.answer(exchange);
    }

    @Test
    void aRefusalIsWordedAsAwsWordsIt() {
        FakeOutbound answer = answerTo(FaultException.of(FaultKind.MISSING_AUTHENTICATION_TOKEN));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
        assertThat(answer.headers().get("x-amzn-ErrorType")).isEqualTo("MissingAuthenticationTokenException");
        assertThat(answer.headers().get("x-amzn-RequestId")).isEqualTo("request-1");
        assertThat(answer.headers().get("x-amz-apigw-id")).isEqualTo("extended-1");
        assertThat(answer.headers().get("Date")).isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
        assertThat(answer.headers().contains("X-Amzn-Trace-Id")).isFalse();
        assertThat(answer.headers().contains("X-Half-Made")).isFalse();
    }

    @Test
    void aReasonForTheLogIsNotForTheClient() {
        FakeOutbound answer = answerTo(FaultException.because(FaultKind.API_CONFIGURATION_ERROR, "secret reason"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
                .isEqualTo("{\"message\": \"Internal server error\"}")
                .hasSize(36);
    }

    @Test
    void anAccidentIsAnInternalServerError() {
        FakeOutbound answer = answerTo(new IllegalStateException("stack"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers().get("x-amzn-ErrorType")).isEqualTo("InternalServerErrorException");
        assertThat(answer.body()).doesNotContain("stack");
    }

    @Test
    void aMessageIsEscaped() {
        assertThat(answerTo(FaultException.of(FaultKind.INVALID_SIGNATURE, "a\"b\nc"))
                        .body())
                .isEqualTo("{\"message\":\"a\\\"b\\nc\"}");
    }

    @Test
    void aPolicysRefusalIsWrittenWithACapital() {
        assertThat(answerTo(FaultException.of(FaultKind.ACCESS_DENIED, "User: anonymous is not authorized"))
                        .body())
                .isEqualTo("{\"Message\":\"User: anonymous is not authorized\"}");
        assertThat(answerTo(FaultException.of(FaultKind.ACCESS_DENIED, "Forbidden", "ForbiddenException"))
                        .body())
                .isEqualTo("{\"message\":\"Forbidden\"}");
    }

    @Test
    void everyKindHasItsWords() {
        for (FaultKind kind : FaultKind.values()) {
            FakeOutbound answer = answerTo(FaultException.of(kind));
            assertThat(answer.status()).isEqualTo(kind.status());
            assertThat(answer.headers().get("x-amzn-ErrorType")).endsWith("Exception");
            assertThat(answer.body()).isNotEmpty();
        }
    }
}
