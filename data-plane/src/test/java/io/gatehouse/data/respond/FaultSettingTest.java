// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.respond;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.FaultSpec;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FakeOutbound;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultSettingTest {
    private static final Map<String, String> VARIABLES = Map.of("colour", "green");

    private FakeInbound request = FakeInbound.get("/pets?q=1&q=2").header("X-Asked", "why");

    private FakeOutbound answer(FaultSpec spec, RuntimeException failure) {
        FaultKind kind = failure instanceof FaultException fault ? fault.kind() : FaultKind.API_CONFIGURATION_ERROR;
        Exchange exchange = Exchanges.of(
                request,
                Exchanges.plan(
                        List.of(failing -> {
                            throw failure;
                        }),
                        List.of(),
                        List.of(new FaultStep(Map.of(kind, spec), VARIABLES))));
        exchange.start(over -> {});
        return Exchanges.answer(exchange);
    }

    private FakeOutbound throttled(Map<String, String> headers, Map<String, String> templates) {
        return answer(new FaultSpec(429, headers, templates), FaultException.of(FaultKind.THROTTLED));
    }

    private String rendered(String template) {
        return throttled(Map.of(), Map.of("application/json", template)).body();
    }

    @Test
    void theStatusIsTheApisAndTheErrorTypeStays() {
        FakeOutbound answer = answer(
                new FaultSpec(456, Map.of(), Map.of("application/json", "{}")),
                FaultException.of(FaultKind.INVALID_API_KEY));
        assertThat(answer.status()).isEqualTo(456);
        assertThat(answer.headers().get("x-amzn-ErrorType")).isEqualTo("ForbiddenException");
        assertThat(answer.headers().get("x-amzn-RequestId")).isEqualTo("request-1");
        assertThat(answer.body()).isEqualTo("{}");
    }

    @Test
    void anotherKindIsNotTouched() {
        Exchange exchange = Exchanges.of(
                request,
                Exchanges.plan(
                        List.of(failing -> {
                            throw FaultException.of(FaultKind.THROTTLED);
                        }),
                        List.of(),
                        List.of(new FaultStep(
                                Map.of(FaultKind.UNAUTHORIZED, new FaultSpec(499, Map.of(), Map.of())), VARIABLES))));
        exchange.start(over -> {});
        assertThat(Exchanges.answer(exchange).status()).isEqualTo(429);
    }

    @Test
    void withoutTemplatesTheBodyIsTheGatewaysOwn() {
        FakeOutbound answer = throttled(Map.of("Access-Control-Allow-Origin", "'*'"), Map.of());
        assertThat(answer.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
        assertThat(answer.headers().get("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void headersComeFromTheRequestTheContextAndTheStage() {
        FakeOutbound answer = throttled(
                Map.of(
                        "a", "method.request.header.x-asked",
                        "b", "method.request.querystring.q",
                        "c", "context.identity.sourceIp",
                        "d", "stageVariables.colour",
                        "e", "context.error.responseType",
                        "f", "method.request.header.absent",
                        "g", "stageVariables.absent",
                        "h", "a text without quotes"),
                Map.of());
        assertThat(answer.headers().get("a")).isEqualTo("why");
        assertThat(answer.headers().get("b")).isEqualTo("2");
        assertThat(answer.headers().get("c")).isEqualTo("203.0.113.7");
        assertThat(answer.headers().get("d")).isEqualTo("green");
        assertThat(answer.headers().get("e")).isEqualTo("THROTTLED");
        assertThat(List.of("f", "g", "h")).noneMatch(answer.headers()::contains);
    }

    @Test
    void aPathVariableIsDecoded() {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"), Map.of("id", "a%20b+c", "odd", "%zz"));
        Refusal refusal = Refusal.of(exchange);
        assertThat(new FaultValue.Path("id").of(refusal)).isEqualTo("a b+c");
        assertThat(new FaultValue.Path("odd").of(refusal)).isEqualTo("%zz");
        assertThat(new FaultValue.Path("absent").of(refusal)).isNull();
    }

    @Test
    void noHeaderBreaksOutOfItsLineAndNoneTouchesTheFraming() {
        request = FakeInbound.get("/pets").header("X-Asked", "a\r\nSet-Cookie: b\u007f");
        FakeOutbound answer = throttled(
                Map.of(
                        "X-Copy", "method.request.header.X-Asked",
                        "Transfer-Encoding", "'chunked'",
                        "Content-Length", "'1'",
                        "no name", "'x'",
                        "", "'x'"),
                Map.of());
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers().get("X-Copy")).isEqualTo("a Set-Cookie: b");
        assertThat(answer.headers().contains("Transfer-Encoding")).isFalse();
        assertThat(answer.headers().contains("Content-Length")).isFalse();
        assertThat(answer.headers().contains("no name")).isFalse();
    }

    @Test
    void templatesPutVariablesInAndNothingElse() {
        assertThat(rendered("{\"m\":$context.error.messageString,\"n\":\"$context.error.message\","
                        + "\"t\":\"$context.error.responseType\",\"v\":\"$stageVariables.colour\"}"))
                .isEqualTo(
                        "{\"m\":\"Too Many Requests\",\"n\":\"Too Many Requests\",\"t\":\"THROTTLED\",\"v\":\"green\"}");
        assertThat(rendered("#set($x = 1)$x $5 $ $context $context. $foo.bar $context.stage."))
                .isEqualTo("#set($x = 1)$x $5 $ $context $context. $foo.bar prod.");
        assertThat(rendered("$method.request.header.X-Asked $method.request.querystring.q-$context.identity.sourceIp"))
                .isEqualTo("why 2-203.0.113.7");
    }

    @Test
    void aVariableWithoutAValuePrintsNothing() {
        assertThat(rendered("[$context.error.validationErrorString][$context.absent.deep][$context.identity]"
                        + "[$stageVariables.absent][$method.request.path.id][$context.error.other]"))
                .isEqualTo("[][][][][][]");
    }

    @Test
    void aMessageIsQuotedAsJson() {
        FaultSpec spec = new FaultSpec(400, Map.of(), Map.of("application/json", "$context.error.messageString"));
        assertThat(answer(spec, FaultException.of(FaultKind.BAD_REQUEST_PARAMETERS, "a\"b\n"))
                        .body())
                .isEqualTo("\"a\\\"b\\n\"");
        assertThat(answer(spec, FaultException.of(FaultKind.AUTHORIZER_CONFIGURATION_ERROR))
                        .body())
                .isEqualTo("null");
    }

    @Test
    void whatASchemaFoundCanBeTold() {
        FaultSpec spec = new FaultSpec(
                400,
                Map.of(),
                Map.of("application/json", "$context.error.message: $context.error.validationErrorString"));
        assertThat(answer(spec, FaultException.invalid(FaultKind.BAD_REQUEST_BODY, "[a, b]"))
                        .body())
                .isEqualTo("Invalid request body: [a, b]");
    }

    @Test
    void theTemplateIsThatOfWhatTheClientAccepts() {
        Map<String, String> both = Map.of("application/json", "json", "application/xml", "xml");
        assertThat(accepting("application/xml", both).body()).isEqualTo("xml");
        assertThat(accepting("application/xml", both).headers().get("Content-Type"))
                .isEqualTo("application/xml");
        assertThat(accepting("text/html, application/xml", both).body()).isEqualTo("json");
        assertThat(accepting("*/*", both).headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(accepting("*/*", Map.of("text/html", "page")).headers().get("Content-Type"))
                .isEqualTo("text/html");
    }

    private FakeOutbound accepting(String accept, Map<String, String> templates) {
        request = FakeInbound.get("/pets").header("Accept", accept);
        return throttled(Map.of(), templates);
    }

    @Test
    void aContentTypeOfTheApisWins() {
        FakeOutbound answer =
                throttled(Map.of("Content-Type", "'application/problem+json'"), Map.of("application/json", "{}"));
        assertThat(answer.headers().getAll("Content-Type")).containsExactly("application/problem+json");
    }

    @Test
    void anAccidentTellsNothingOfItself() {
        FaultSpec spec = new FaultSpec(500, Map.of(), Map.of("application/json", "$context.error.messageString"));
        assertThat(answer(spec, new IllegalStateException("secret")).body()).isEqualTo("\"Internal server error\"");
    }

    @Test
    void aSettingThatFailsLeavesTheGatewaysOwnAnswer() {
        FaultSpec spec = new FaultSpec(418, Map.of("a", "'1'", "b", "context.stage"), Map.of("text/plain", "x"));
        Plan plan = Exchanges.plan(List.of(), List.of(), List.of());
        Exchange exchange = Exchanges.of(
                request,
                new Plan(
                        plan.api(),
                        plan.route(),
                        broken -> {
                            throw new IllegalStateException("no context");
                        },
                        List.of(failing -> {
                            throw FaultException.of(FaultKind.THROTTLED);
                        }),
                        List.of(),
                        List.of(new FaultStep(Map.of(FaultKind.THROTTLED, spec), VARIABLES))));
        exchange.start(over -> {});
        FakeOutbound answer = Exchanges.answer(exchange);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(answer.headers().contains("a")).isFalse();
    }
}
