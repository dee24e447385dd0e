// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gatehouse.contract.rest.AccessLogFormat;
import io.gatehouse.contract.rest.AccessLogVariables;
import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.data.observe.AccessLog;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.Caller;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestLogVariablesTest {

    @Test
    void everyVariableOfTheVocabularyCanBeWritten() {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        for (String name : AccessLogVariables.names()) {
            assertThatCode(() -> line("$context." + name, exchange)).as(name).doesNotThrowAnyException();
            assertThat(line("$context." + name, exchange)).as(name).isNotEmpty();
        }
        for (String group : AccessLogVariables.groups()) {
            assertThat(line("$context." + group + "made", exchange)).as(group).isEqualTo("-");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "accountId, 000000000000",
        "apiId, abc123",
        "deploymentId, dep123",
        "domainName, abc123.execute-api.localhost",
        "domainPrefix, abc123",
        "extendedRequestId, extended-1",
        "httpMethod, PUT",
        "identity.sourceIp, 203.0.113.7",
        "identity.userAgent, tester/1",
        "identity.caller, AKIDEXAMPLE",
        "identity.user, AKIDEXAMPLE",
        "identity.accountId, 123456789012",
        "identity.userArn, arn:aws:iam::123456789012:user/ada",
        "isCanaryRequest, -",
        "path, /prod/pets/7",
        "protocol, HTTP/1.1",
        "requestId, request-1",
        "requestTime, 01/Jan/1970:00:00:00 +0000",
        "requestTimeEpoch, 0",
        "resourceId, res123",
        "resourcePath, /pets",
        "responseLatency, 42",
        "responseLength, 5",
        "stage, prod",
        "status, 201",
        "integration.status, 202",
        "integration.integrationStatus, 202",
        "integrationStatus, 202",
        "integration.latency, 7",
        "integrationLatency, 7",
        "integration.error, -",
        "xrayTraceId, 1-65cae000-0123456789abcdef01234567",
        "authenticate.status, 200",
        "authorize.status, 200",
        "authorize.latency, -",
        "error.message, -",
        "error.messageString, -",
        "wafResponseCode, -"
    })
    void aVariableIsTheExchanges(String name, String value) {
        Exchange exchange =
                Exchanges.of(FakeInbound.request("PUT", "/pets/7?a=1").header("User-Agent", "tester/1"));
        exchange.caller(new Caller("AKIDEXAMPLE", "123456789012", "arn:aws:iam::123456789012:user/ada"));
        exchange.timing().call(0);
        exchange.timing().answer(7_900_000);
        exchange.backendAnswer(BackendAnswer.buffered(202, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer()));
        exchange.outbound().status(201);
        exchange.outbound().send(Buffer.buffer("12345"));
        exchange.endedAt(42);

        assertThat(line("$context." + name, exchange)).isEqualTo(value);
    }

    @Test
    void aRefusalSaysWhatItsClientWasTold() {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        exchange.refuse(FaultException.of(FaultKind.BAD_REQUEST_PARAMETERS, "no \"x\""), ended -> {});

        assertThat(line("$context.error.message", exchange)).isEqualTo("no \\\"x\\\"");
        assertThat(line("{$context.error.messageString}", exchange)).isEqualTo("{\"no \\\"x\\\"\"}");
        assertThat(line("$context.error.responseType", exchange)).isEqualTo("BAD_REQUEST_PARAMETERS");
    }

    @Test
    void aRefusalInTheGatewaysWordsHasThem() {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        exchange.refuse(FaultException.invalid(FaultKind.BAD_REQUEST_BODY, "[a is missing]"), ended -> {});

        assertThat(line("$context.error.message", exchange)).isEqualTo("Invalid request body");
        assertThat(line("$context.error.validationErrorString", exchange)).isEqualTo("[a is missing]");
    }

    @Test
    void anIntegrationsFailureHasItsReason() {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        exchange.refuse(FaultException.because(FaultKind.INTEGRATION_TIMEOUT, "too late"), ended -> {});

        assertThat(line("$context.integrationErrorMessage|$context.error.message", exchange))
                .isEqualTo("too late|Endpoint request timed out");
    }

    @Test
    void aMockHasNoIntegration() {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        exchange.backendAnswer(BackendAnswer.buffered(200, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer()));

        assertThat(line("$context.integrationStatus $context.integrationLatency", exchange))
                .isEqualTo("- -");
    }

    @Test
    void aClientThatLeftWithoutAnAnswerHasNoStatus() {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        exchange.abandon();

        assertThat(line("$context.status $context.error.message", exchange)).isEqualTo("- -");
    }

    @Test
    void aClientCannotForgeALine() {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets").header("User-Agent", "x\" 200\n1.2.3.4 \"GET"));

        assertThat(line("\"$context.identity.userAgent\"", exchange)).isEqualTo("\"x\\\" 200\\n1.2.3.4 \\\"GET\"");
    }

    @Test
    void secondsAreWrittenOnce() {
        RequestTimes times = new RequestTimes();
        String first = times.format(1_700_000_000_000L);
        assertThat(first).isEqualTo("14/Nov/2023:22:13:20 +0000");
        assertThat(times.format(1_700_000_000_999L)).isSameAs(first);
        assertThat(times.format(1_700_000_001_000L)).isEqualTo("14/Nov/2023:22:13:21 +0000");
    }

    private static String line(String format, Exchange exchange) {
        List<String> lines = new ArrayList<>();
        new AccessLog(
                        AccessLogFormat.parse(format),
                        new RestLogVariables(),
                        line -> lines.add(new String(line, StandardCharsets.UTF_8)))
                .handle(exchange);
        assertThat(lines).hasSize(1);
        return lines.getFirst().substring(0, lines.getFirst().length() - 1);
    }
}
