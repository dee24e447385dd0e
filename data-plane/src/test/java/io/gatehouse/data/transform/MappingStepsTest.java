// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.IntegrationSpec.ContentHandling;
import io.gatehouse.contract.served.IntegrationSpec.HttpMapped;
import io.gatehouse.contract.served.IntegrationSpec.HttpTarget;
import io.gatehouse.contract.served.IntegrationSpec.Passthrough;
import io.gatehouse.contract.served.IntegrationSpec.RequestMapping;
import io.gatehouse.contract.served.IntegrationSpec.ResponseMapping;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.BackendRequest;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FakeOutbound;
import io.gatehouse.data.pipeline.FaultException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingStepsTest {

    private static Exchange payload(FakeInbound inbound, RequestMapping mapping) {
        Exchange exchange = Exchanges.of(inbound);
        new BufferBodyStep(1_000_000).apply(exchange);
        new RequestPayloadStep(mapping, List.of("image/png")).apply(exchange);
        return exchange;
    }

    private static RequestMapping mapping(Map<String, String> templates, Passthrough passthrough) {
        return new RequestMapping(Map.of(), templates, passthrough, null);
    }

    @Test
    void theTemplateOfTheContentTypeIsRendered() {
        Exchange exchange = payload(
                FakeInbound.request("POST", "/pets?name=Rex")
                        .header("Content-Type", "application/json; charset=utf-8")
                        .body("{\"age\":3}"),
                mapping(
                        Map.of("application/json", "{\"n\":\"$input.params('name')\",\"a\":$input.json('$.age')}"),
                        Passthrough.NEVER));

        assertThat(exchange.payload().toString()).isEqualTo("{\"n\":\"Rex\",\"a\":3}");
    }

    @Test
    void aBodyWithoutContentTypeIsJson() {
        Exchange exchange =
                payload(FakeInbound.get("/pets"), mapping(Map.of("application/json", "yes"), Passthrough.NEVER));

        assertThat(exchange.payload().toString()).isEqualTo("yes");
    }

    @Test
    void passthroughDecidesAboutOtherContentTypes() {
        Map<String, String> json = Map.of("application/json", "x");
        FakeInbound text = FakeInbound.request("POST", "/pets")
                .header("Content-Type", "text/plain")
                .body("as is");

        assertThat(payload(text, mapping(json, Passthrough.WHEN_NO_MATCH))
                        .payload()
                        .toString())
                .isEqualTo("as is");
        assertThat(payload(text, mapping(Map.of(), Passthrough.WHEN_NO_TEMPLATES))
                        .payload()
                        .toString())
                .isEqualTo("as is");
        for (RequestMapping refusing : List.of(
                mapping(json, Passthrough.WHEN_NO_TEMPLATES),
                mapping(json, Passthrough.NEVER),
                mapping(Map.of(), Passthrough.NEVER))) {
            assertThatThrownBy(() -> payload(text, refusing))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            fault -> assertThat(fault.kind()).isEqualTo(FaultKind.UNSUPPORTED_MEDIA_TYPE));
        }
    }

    @Test
    void binaryBodiesPassUnchangedAndTextGoesThroughUtf8() {
        byte[] bytes = {(byte) 0x89, 'P', 'N', 'G'};
        RequestMapping none = mapping(Map.of(), Passthrough.WHEN_NO_MATCH);

        assertThat(payload(
                                FakeInbound.request("POST", "/pets")
                                        .header("Content-Type", "image/png")
                                        .body(bytes),
                                none)
                        .payload()
                        .getBytes())
                .isEqualTo(bytes);
        assertThat(payload(
                                FakeInbound.request("POST", "/pets")
                                        .header("Content-Type", "text/plain")
                                        .body(bytes),
                                none)
                        .payload()
                        .toString())
                .isEqualTo("\uFFFDPNG");
    }

    @Test
    void aTextBodyIsDecodedForABinaryBackend() {
        RequestMapping toBinary =
                new RequestMapping(Map.of(), Map.of(), Passthrough.WHEN_NO_MATCH, ContentHandling.CONVERT_TO_BINARY);

        assertThat(payload(FakeInbound.request("POST", "/pets").body("aGk="), toBinary)
                        .payload()
                        .toString())
                .isEqualTo("hi");
        assertThatThrownBy(() -> payload(FakeInbound.request("POST", "/pets").body("%%%"), toBinary))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void theTemplatesOverridesReachTheBackend() {
        Exchange exchange = payload(
                FakeInbound.get("/pets?q=1"),
                mapping(
                        Map.of(
                                "application/json",
                                "#set($context.requestOverride.path.id = \"a b\")"
                                        + "#set($context.requestOverride.header.X-H = \"v\")"
                                        + "#set($context.requestOverride.querystring.n = \"1&2\")"),
                        Passthrough.NEVER));
        HttpMapped integration = new HttpMapped(
                new HttpTarget("POST", "http://h/{id}", 29_000, true), mapping(Map.of(), Passthrough.NEVER), List.of());
        new MappedRequestStep(integration, Map.of()).apply(exchange);

        BackendRequest request = exchange.backendRequest();
        assertThat(request.verb()).isEqualTo("POST");
        assertThat(request.requestUri()).isEqualTo("/a%20b?n=1%262");
        assertThat(request.headers().get("X-H")).isEqualTo("v");
        assertThat(request.headers().get("User-Agent")).isEqualTo("AmazonAPIGateway_abc123");
    }

    private static ResponseMapping response(int status, @Nullable String pattern, Map<String, String> templates) {
        return new ResponseMapping(
                status,
                pattern,
                Map.of("X-Own", "integration.response.header.X-Backend", "Date", "'today'"),
                templates,
                null,
                true);
    }

    private static FakeOutbound answered(int backendStatus, String body, ResponseMapping... mappings) {
        return answered(FakeInbound.get("/pets"), backendStatus, body, mappings);
    }

    private static FakeOutbound answered(
            FakeInbound inbound, int backendStatus, String body, ResponseMapping... mappings) {
        Exchange exchange = Exchanges.of(inbound);
        exchange.backendAnswer(BackendAnswer.buffered(
                backendStatus, MultiMap.caseInsensitiveMultiMap().add("X-Backend", "b"), Buffer.buffer(body)));
        new MapAnswerStep(List.of(mappings), List.of(), Map.of()).apply(exchange);
        exchange.outbound().send(exchange.answerBody());
        return Exchanges.answer(exchange);
    }

    @Test
    void theFirstPatternThatMatchesTheWholeStatusWins() {
        ResponseMapping notFound = response(404, "4\\d{2}", Map.of());
        ResponseMapping other = response(200, null, Map.of());

        assertThat(answered(404, "", notFound, other).status()).isEqualTo(404);
        assertThat(answered(200, "", notFound, other).status()).isEqualTo(200);
        assertThat(answered(500, "", response(404, "4", Map.of()), other).status())
                .isEqualTo(200);
        assertThat(answered(500, "", response(404, "(", Map.of()), other).status())
                .isEqualTo(200);
    }

    @Test
    void theAnswersTemplateReadsTheBackendsBody() {
        FakeOutbound answer = answered(
                200, "{\"a\":{\"b\":1}}", response(200, null, Map.of("application/json", "<$input.path('$.a.b')>")));

        assertThat(answer.body()).isEqualTo("<1>");
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(answer.headers().get("X-Own")).isEqualTo("b");
        assertThat(answer.headers().get("x-amzn-Remapped-Date")).isEqualTo("today");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // templates (empty ones with a zero), Accept, body, content type
                "-, -, raw, application/json",
                "application/json0, -, raw, application/json",
                "application/json0 application/xml, -, raw, application/json",
                "application/json0 application/xml, text/html, raw, application/json",
                "application/json0 application/xml, application/xml, made, application/xml",
                "application/json0 application/xml, 'text/html, application/xml', raw, application/json",
                "application/json application/xml, -, made, application/json",
                "application/json application/xml, Application/XML;q=0.5, made, application/xml",
                "application/xml text/plain, -, made, application/xml",
                "application/xml text/plain, text/html, made, application/xml",
                "application/xml text/plain, text/plain, made, text/plain",
            })
    void theAnswersTemplateIsTheOneOfTheFirstAcceptedTypeAndAnEmptyOneChangesNothing(
            @Nullable String types, @Nullable String accept, String body, String contentType) {
        Map<String, String> templates = new HashMap<>();
        for (String type : types == null ? new String[0] : types.split(" ")) {
            templates.put(type.replace("0", ""), type.endsWith("0") ? "" : "made");
        }
        FakeInbound inbound = FakeInbound.get("/pets");
        FakeOutbound answer = answered(
                accept == null ? inbound : inbound.header("Accept", accept),
                200,
                "raw",
                response(200, null, templates));
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().get("Content-Type")).isEqualTo(contentType);
    }

    @Test
    void whatATemplateOverridesWinsOverWhatIsMapped() {
        Map<String, String> parameters = Map.of(
                "integration.request.header.X-Both", "'mapped'",
                "integration.request.header.X-Mapped", "'mapped'",
                "integration.request.querystring.both", "'mapped'",
                "integration.request.querystring.mapped", "'mapped'",
                "integration.request.path.both", "'mapped'",
                "integration.request.path.mapped", "'mapped'");
        String template = "#set($context.requestOverride.header.x-both = 'set')"
                + "#set($context.requestOverride.header.Content-Type = 'text/plain')"
                + "#set($context.requestOverride.querystring.both = ['set', 'twice'])"
                + "#set($context.requestOverride.path.both = 'set')";
        RequestMapping mapping =
                new RequestMapping(parameters, Map.of("application/json", template), Passthrough.NEVER, null);
        Exchange exchange = payload(FakeInbound.get("/pets"), mapping);
        HttpTarget target = new HttpTarget("POST", "http://h/{both}/{mapped}", 29_000, true);
        new MappedRequestStep(new HttpMapped(target, mapping, List.of()), Map.of()).apply(exchange);

        BackendRequest request = exchange.backendRequest();
        assertThat(request.requestUri()).isEqualTo("/set/mapped?both=set&both=twice&mapped=mapped");
        assertThat(request.headers().getAll("X-Both")).containsExactly("set");
        assertThat(request.headers().get("X-Mapped")).isEqualTo("mapped");
        assertThat(request.headers().getAll("Content-Type")).containsExactly("text/plain");
    }

    @Test
    void anAnswersOverridesWinOverItsMappingsAndOverThoseOfTheRequest() {
        RequestMapping early = mapping(
                Map.of(
                        "application/json",
                        "#set($context.responseOverride.status = 444)"
                                + "#set($context.responseOverride.header.X-Own = 'early')"
                                + "#set($context.responseOverride.header.X-Early = 'early')"),
                Passthrough.NEVER);
        Exchange exchange = payload(FakeInbound.get("/pets"), early);
        exchange.backendAnswer(
                BackendAnswer.buffered(200, MultiMap.caseInsensitiveMultiMap().add("X-Backend", "b"), Buffer.buffer()));
        String late =
                "#set($context.responseOverride.status = 418)#set($context.responseOverride.header.x-own = 'late')";
        new MapAnswerStep(List.of(response(200, null, Map.of("application/json", late))), List.of(), Map.of())
                .apply(exchange);

        FakeOutbound answer = Exchanges.answer(exchange);
        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.headers().getAll("X-Own")).containsExactly("late");
        assertThat(answer.headers().get("X-Early")).isEqualTo("early");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "99", "600", "20", "2000", "-200", ""})
    void anImpossibleStatusIsAMisconfiguration(String status) {
        String template = "#set($context.responseOverride.status = '" + status + "')";
        assertThatThrownBy(() -> answered(200, "", response(200, null, Map.of("application/json", template))))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(FaultKind.API_CONFIGURATION_ERROR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a:b", "a\r\nb: c", "", "caf\u00e9"})
    void whatIsNoNameOfAHeaderCannotBeOverridden(String name) {
        FakeInbound inbound = FakeInbound.request("POST", "/pets").body("{\"n\":" + Json.encode(name) + "}");
        RequestMapping mapping = mapping(
                Map.of(
                        "application/json",
                        "#set($n = $input.path('$.n'))#set($context.requestOverride.header[$n] = 'v')"
                                + "#set($context.responseOverride.header[$n] = 'v')"),
                Passthrough.NEVER);
        Exchange exchange = payload(inbound, mapping);
        HttpMapped integration = new HttpMapped(new HttpTarget("POST", "http://h/", 29_000, true), mapping, List.of());
        assertMisconfigured(() -> new MappedRequestStep(integration, Map.of()).apply(exchange));
        exchange.backendAnswer(BackendAnswer.buffered(200, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer()));
        assertMisconfigured(() ->
                new MapAnswerStep(List.of(response(200, null, Map.of())), List.of(), Map.of()).apply(exchange));
    }

    private static void assertMisconfigured(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FaultException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(FaultKind.API_CONFIGURATION_ERROR));
    }

    @Test
    void whatIsMissingIsNamedForTheLog() {
        assertThatThrownBy(() -> answered(200, ""))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        fault -> assertThat(fault.logReason())
                                .contains("No match for output mapping")
                                .contains("put_method_response")
                                .contains("put_integration_response"));
        ResponseMapping undeclared = new ResponseMapping(200, null, Map.of(), Map.of(), null, false);
        assertThatThrownBy(() -> answered(200, "", undeclared))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        fault -> assertThat(fault.logReason())
                                .contains("invalid method response: 200")
                                .contains("put_method_response"));
    }
}
