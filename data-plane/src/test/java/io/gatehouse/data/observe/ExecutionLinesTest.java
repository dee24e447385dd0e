// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.LogLevel;
import io.gatehouse.contract.served.RouteSettings;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.BackendRequest;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Origin;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionLinesTest {
    private static final String BEGIN = "2026-11-25T15:27:43.120Z (request-1) ";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T15:27:43.120Z"), ZoneOffset.UTC);

    private static final RouteSettings ERROR = new RouteSettings(false, LogLevel.ERROR, true);
    private static final RouteSettings INFO = new RouteSettings(false, LogLevel.INFO, false);
    private static final RouteSettings DATA = new RouteSettings(false, LogLevel.INFO, true);

    private final TraceSteps trace = new TraceSteps(CLOCK);

    @Test
    void aCourseIsToldInAwssWords() {
        assertThat(run(INFO, FakeInbound.get("/pets?a=1"), trace.started(), call(), trace.endpointAnswered()))
                .containsExactly(
                        "Extended Request Id: extended-1",
                        "Verifying Usage Plan for request: request-1. API Key:  API Stage: abc123/prod",
                        "API Key  authorized because method 'GET /pets' does not require API Key. Request will not"
                                + " contribute to throttle or quota limits",
                        "Usage Plan check succeeded for API Key  and API Stage abc123/prod",
                        "Starting execution for request: request-1",
                        "HTTP Method: GET, Resource Path: /pets",
                        "Received response. Status: 202, Integration latency: 5 ms",
                        "Successfully completed execution",
                        "Method completed with status: 200");
    }

    @Test
    void aDataTraceTellsWhatWasCarried() {
        FakeInbound inbound = FakeInbound.request("PUT", "/pets?a=1&b=2&a=3")
                .header("Accept", "text/html")
                .header("accept", "*/*");
        List<String> lines = run(
                DATA,
                inbound,
                trace.started(),
                exchange -> {
                    exchange.body(Buffer.buffer("{\"name\":\"Ada\"}"));
                    return Step.DONE;
                },
                trace.methodRequest(),
                trace.validated(),
                request(),
                trace.endpointRequest(),
                call(),
                trace.endpointAnswered(),
                trace.endpointResponse());

        assertThat(lines.subList(6, lines.size()))
                .containsExactly(
                        "Method request path: {}",
                        "Method request query string: {a=1,3, b=2}",
                        "Method request headers: {Accept=text/html,*/*}",
                        "Method request body before transformations: {\"name\":\"Ada\"}",
                        "Request validation succeeded for content type application/json",
                        "Endpoint request URI: http://backend:8080/x?y=1",
                        "Endpoint request headers: {X-Made=up}",
                        "Endpoint request body after transformations: sent",
                        "Sending request to http://backend:8080/x?y=1",
                        "Received response. Status: 202, Integration latency: 5 ms",
                        "Endpoint response headers: {X-Back=1}",
                        "Method response body after transformations: answered",
                        "Method response headers: {X-Answer=2}",
                        "Successfully completed execution",
                        "Method completed with status: 200");
    }

    @Test
    void whatGivesAccessIsStars() {
        String key = "0123456789abcdefghijklmnopqrst";
        FakeInbound inbound = FakeInbound.get("/pets?X-Amz-Signature=" + key + "&x-amz-security-token=short")
                .header("Authorization", "Bearer " + key)
                .header("x-api-key", key);
        List<String> lines = run(DATA, inbound, trace.started(), trace.methodRequest());

        assertThat(lines).noneMatch(line -> line.contains("0123456789") || line.contains("short"));
        assertThat(lines)
                .contains("Method request headers: {Authorization=" + "*".repeat(31) + "opqrst, x-api-key="
                        + "*".repeat(24) + "opqrst}")
                .contains("Method request query string: {X-Amz-Signature=" + "*".repeat(24)
                        + "opqrst, x-amz-security-token=*****}");
    }

    @Test
    void aBackendsAddressHidesWhatGivesAccess() {
        MultiMap none = MultiMap.caseInsensitiveMultiMap();
        BackendRequest request =
                new BackendRequest("GET", new Origin(true, "h", 443), "/p?a=1&X-Amz-Signature=secret&b", none, null);
        assertThat(TraceText.uri(request)).isEqualTo("https://h/p?a=1&X-Amz-Signature=******&b");
    }

    @Test
    void aRefusalIsToldWithItsReasonAtEitherLevel() {
        FaultException refusal = FaultException.because(
                FaultKind.API_CONFIGURATION_ERROR, "Execution failed due to configuration error: no\nsuch thing");
        assertThat(refused(ERROR, refusal))
                .containsExactly(
                        "Extended Request Id: extended-1",
                        "Execution failed due to configuration error: no\\nsuch thing",
                        "Gateway response type: API_CONFIGURATION_ERROR with status code: 200",
                        "Method completed with status: 200");
        assertThat(refused(INFO, refusal)).isEqualTo(refused(ERROR, refusal));
    }

    @Test
    void whatASchemaFoundIsTold() {
        assertThat(refused(ERROR, FaultException.invalid(FaultKind.BAD_REQUEST_BODY, "[name is missing]")))
                .contains(
                        "Request body does not match model schema for content type application/json: [name is missing]");
    }

    @Test
    void missingParametersAreTold() {
        assertThat(refused(
                        ERROR,
                        FaultException.of(
                                FaultKind.BAD_REQUEST_PARAMETERS, "Missing required request parameters: [a]")))
                .contains("Request validation failed: Missing required request parameters: [a]");
    }

    @Test
    void anAccidentIsToldWithoutItsDetails() {
        assertThat(refused(ERROR, new IllegalStateException("a bug")))
                .contains("Execution failed due to an internal error")
                .noneMatch(line -> line.contains("a bug"));
    }

    @Test
    void whatWentWellIsNothingAtLevelError() {
        assertThat(run(ERROR, FakeInbound.get("/pets"))).isEmpty();
    }

    @Test
    void aLongLineIsCutWithoutBreakingACharacter() {
        String long1 = "x".repeat(1023) + "€";
        List<String> lines = refused(ERROR, FaultException.because(FaultKind.API_CONFIGURATION_ERROR, long1));
        assertThat(lines.get(1)).isEqualTo("x".repeat(1023) + " [TRUNCATED]");
    }

    @Test
    void aBodyIsCutAndTakesOneLine() {
        List<String> lines = run(
                DATA,
                FakeInbound.get("/pets"),
                trace.started(),
                exchange -> {
                    exchange.body(Buffer.buffer("a\r\nb" + "y".repeat(5_000)));
                    return Step.DONE;
                },
                trace.methodRequest());
        assertThat(lines)
                .filteredOn(line -> line.startsWith("Method request body before transformations: a\\r\\nby"))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith("y [TRUNCATED]").hasSize(1024 + 2 + 12));
    }

    private static Step request() {
        return exchange -> {
            MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Made", "up");
            exchange.backendRequest(new BackendRequest(
                    "GET", new Origin(false, "backend", 8080), "/x?y=1", headers, Buffer.buffer("sent")));
            return Step.DONE;
        };
    }

    private static Step call() {
        return exchange -> {
            MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Back", "1");
            exchange.timing().call(0);
            exchange.timing().answer(5_100_000);
            exchange.backendAnswer(BackendAnswer.buffered(202, headers, Buffer.buffer("back")));
            exchange.answerBody(Buffer.buffer("answered"));
            exchange.outbound().headers().add("X-Answer", "2");
            return Step.DONE;
        };
    }

    private static List<String> run(RouteSettings settings, FakeInbound inbound, Step... steps) {
        List<String> lines = new ArrayList<>();
        Exchange exchange = Exchanges.of(inbound, Exchanges.plan(List.of(steps), List.of(), List.of()));
        exchange.start(new ExecutionLines(settings, new TraceFile(written -> lines.addAll(split(written))), CLOCK));
        return lines;
    }

    private static List<String> refused(RouteSettings settings, Throwable cause) {
        List<String> lines = new ArrayList<>();
        Exchanges.of(FakeInbound.get("/pets"))
                .refuse(
                        cause,
                        new ExecutionLines(settings, new TraceFile(written -> lines.addAll(split(written))), CLOCK));
        return lines;
    }

    private static List<String> split(byte[] written) {
        String text = new String(written, StandardCharsets.UTF_8);
        assertThat(text).endsWith("\n");
        List<String> lines = text.lines().toList();
        assertThat(lines).allMatch(line -> line.startsWith(BEGIN));
        return lines.stream().map(line -> line.substring(BEGIN.length())).toList();
    }
}
