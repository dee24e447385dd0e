// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.IntegrationSpec.HttpMapped;
import io.gatehouse.contract.served.IntegrationSpec.HttpProxy;
import io.gatehouse.contract.served.IntegrationSpec.HttpTarget;
import io.gatehouse.contract.served.IntegrationSpec.Passthrough;
import io.gatehouse.contract.served.IntegrationSpec.RequestMapping;
import io.gatehouse.contract.served.IntegrationSpec.ResponseMapping;
import io.gatehouse.data.pipeline.BackendAnswer;
import io.gatehouse.data.pipeline.BackendRequest;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every source of the developer guide's "API request and response data mapping reference", to every target. */
class MappingSourcesTest {
    private static final Map<String, String> VARIABLES = Map.of("colour", "green");
    private static final String BODY = "{\"pets\":[{\"name\":\"Rex\",\"age\":3}],\"ok\":true,\"none\":null,\"a b\":1}";

    private static Exchange exchange() {
        Exchange exchange = Exchanges.of(
                FakeInbound.request("POST", "/pets/a%20b?q=1&q=2&empty=")
                        .header("X-H", "one")
                        .header("X-H", "two")
                        .header("Max-Forwards", "7")
                        .body(BODY),
                Map.of("id", "a%20b"));
        new BufferBodyStep(10_000).apply(exchange);
        return exchange;
    }

    private static BackendRequest mapped(Map<String, String> parameters, boolean proxy) {
        Exchange exchange = exchange();
        HttpTarget target = new HttpTarget("POST", "http://h/x/{p}", 29_000, true);
        Step step = proxy
                ? new ProxyRequestStep(new HttpProxy(target, parameters), VARIABLES)
                : new MappedRequestStep(
                        new HttpMapped(
                                target,
                                new RequestMapping(parameters, Map.of(), Passthrough.WHEN_NO_MATCH, null),
                                List.of()),
                        VARIABLES);
        step.apply(exchange);
        return exchange.backendRequest();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                // source | value of a header | value in a path or query, encoded
                "method.request.path.id | a b | a%20b",
                "method.request.path.missing | - | -",
                "method.request.querystring.q | 2 | 2",
                "method.request.querystring.missing | - | -",
                "method.request.querystring.empty | `` | ``",
                "method.request.multivaluequerystring.q | 1;2 | -",
                "method.request.header.X-H | two | two",
                "method.request.header.x-h | two | two",
                "method.request.header.Max-Forwards | - | -",
                "method.request.multivalueheader.X-H | one;two | -",
                "method.request.body.pets[0].name | Rex | Rex",
                "method.request.body.pets[0].age | 3 | 3",
                "method.request.body.pets[0] | {\"name\":\"Rex\",\"age\":3} |"
                        + " %7B%22name%22%3A%22Rex%22%2C%22age%22%3A3%7D",
                "method.request.body.ok | true | true",
                "method.request.body['a b'] | 1 | 1",
                "method.request.body.none | - | -",
                "method.request.body.missing.too | - | -",
                "method.request.bodyguard | - | -",
                "integration.response.body | - | -",
                "stageVariables.colour | green | green",
                "stageVariables.missing | - | -",
                "context.stage | prod | prod",
                "context.identity.sourceIp | 203.0.113.7 | 203.0.113.7",
                "context.identity | - | -",
                "context.missing | - | -",
                "'fixed, as it is' | fixed, as it is | fixed%2C%20as%20it%20is",
                "'' | `` | ``",
                "nonsense | - | -",
            })
    void aSourceReachesEveryTargetOfBothKindsOfIntegration(
            String source, @Nullable String header, @Nullable String encoded) {
        for (boolean proxy : new boolean[] {true, false}) {
            BackendRequest request = mapped(
                    Map.of(
                            "integration.request.header.X-To", source,
                            "integration.request.querystring.to", source,
                            "integration.request.path.p", source),
                    proxy);
            List<String> values = header == null ? List.of() : List.of(header.split(";", -1));
            assertThat(request.headers().getAll("X-To")).isEqualTo(values);
            if (!source.contains("multivalue")) {
                String query = encoded == null ? "" : "to=" + encoded;
                assertThat(request.requestUri().replace("%2C", ",").replace("%3A", ":"))
                        .startsWith("/x/"
                                + (encoded == null
                                        ? ""
                                        : encoded.replace("%2C", ",").replace("%3A", ":")))
                        .endsWith(query.replace("%2C", ",").replace("%3A", ":"));
            }
        }
    }

    /** What AWS was recorded to do with mappings to each reserved name. */
    @ParameterizedTest
    @CsvSource({
        "Accept, set",
        "Accept-Charset, set",
        "Accept-Encoding, set",
        "Age, set",
        "Authorization, set",
        "Connection, dropped",
        "Content-Encoding, set",
        "Content-Length, 500",
        "Content-MD5, set",
        "Content-Type, set",
        "Date, set",
        "Expect, dropped",
        "Host, set",
        "Max-Forwards, set",
        "Pragma, set",
        "Proxy-Authenticate, dropped",
        "Range, set",
        "Referer, set",
        "Server, set",
        "TE, dropped",
        "Trailer, set",
        "Transfer-Encoding, 500",
        "Upgrade, set",
        "User-Agent, set",
        "Via, dropped",
        "Warn, set",
        "WWW-Authenticate, set",
    })
    void aReservedHeaderIsSetDroppedOrFailsEveryCallAlikeForBothKindsOfIntegration(String name, String outcome) {
        for (boolean proxy : new boolean[] {true, false}) {
            Map<String, String> parameters = Map.of("integration.request.header." + name, "'mapped'");
            if (outcome.equals("500")) {
                FaultException fault = catchThrowableOfType(FaultException.class, () -> mapped(parameters, proxy));
                assertThat(fault.kind()).isEqualTo(FaultKind.API_CONFIGURATION_ERROR);
            } else {
                assertThat(mapped(parameters, proxy).headers().getAll(name))
                        .isEqualTo(outcome.equals("set") ? List.of("mapped") : List.of());
            }
        }
    }

    @Test
    void severalValuesBecomeSeveralParameters() {
        Map<String, String> parameters = Map.of(
                "integration.request.querystring.to", "method.request.multivaluequerystring.q",
                "integration.request.querystring.also", "method.request.multivalueheader.X-H");
        assertThat(mapped(parameters, false).requestUri()).isEqualTo("/x/?also=one&also=two&to=1&to=2");
    }

    @Test
    void theWholeBodyIsASourceToo() {
        Map<String, String> parameters = Map.of("integration.request.header.X-To", "method.request.body");
        assertThat(mapped(parameters, true).headers().get("X-To")).isEqualTo(BODY);
    }

    @Test
    void aBodyThatIsNoJsonHasNoParts() {
        Exchange exchange = Exchanges.of(FakeInbound.request("POST", "/pets").body("no json {"));
        new BufferBodyStep(1_000).apply(exchange);
        new ProxyRequestStep(
                        new HttpProxy(
                                new HttpTarget("POST", "http://h/", 29_000, true),
                                Map.of(
                                        "integration.request.header.X-Part", "method.request.body.a",
                                        "integration.request.header.X-Whole", "method.request.body")),
                        VARIABLES)
                .apply(exchange);
        assertThat(exchange.backendRequest().headers().contains("X-Part")).isFalse();
        assertThat(exchange.backendRequest().headers().get("X-Whole")).isEqualTo("no json {");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "integration.response.header.X-B | two",
                "integration.response.header.x-b | two",
                "integration.response.multivalueheader.X-B | one;two",
                "integration.response.header.missing | -",
                "integration.response.body.pets[0].name | Rex",
                "integration.response.body.pets[0] | {\"name\":\"Rex\",\"age\":3}",
                "integration.response.body.missing | -",
                "method.request.body.pets | -",
                "stageVariables.colour | green",
                "stageVariables.missing | -",
                "context.stage | prod",
                "context.missing | -",
                "'fixed' | fixed",
            })
    void aSourceReachesTheClientsHeaders(String source, @Nullable String header) {
        Exchange exchange = exchange();
        exchange.backendAnswer(BackendAnswer.buffered(
                200, MultiMap.caseInsensitiveMultiMap().add("X-B", "one").add("X-B", "two"), Buffer.buffer(BODY)));
        ResponseMapping mapping = new ResponseMapping(200, null, Map.of("X-To", source), Map.of(), null, true);
        new MapAnswerStep(List.of(mapping), List.of(), VARIABLES).apply(exchange);
        assertThat(exchange.outbound().headers().getAll("X-To"))
                .isEqualTo(header == null ? List.of() : List.of(header.split(";")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://${stageVariables.missing}/x",
                "http://h/${stageVariables.missing}",
                "http://h/x?q=${stageVariables.missing}",
                "${stageVariables.missing}",
            })
    void anAddressWithAnUndefinedStageVariableIsAMisconfiguration(String uri) {
        BackendAddress address = BackendAddress.compile(uri, VARIABLES);
        FaultException fault = catchThrowableOfType(FaultException.class, () -> address.resolve(Map.of()));
        assertThat(fault.kind()).isEqualTo(FaultKind.API_CONFIGURATION_ERROR);
        assertThat(fault.logReason()).contains("Invalid endpoint address");
    }

    @ParameterizedTest
    @CsvSource({
        "http://${stageVariables.host}, h.example /",
        "http://${stageVariables.host}/resource/operation, h.example /resource/operation",
        "http://${stageVariables.sub}.example.com/resource, a.example.com /resource",
        "http://example.com/${stageVariables.sub}/bar, example.com /a/bar",
        "http://example.com/foo?q=${stageVariables.sub}, example.com /foo?q=a",
        "${stageVariables.whole}, whole.example /x",
    })
    void aStageVariableStandsAnywhereInAnAddress(String uri, String expected) {
        BackendAddress.Resolved found = BackendAddress.compile(
                        uri, Map.of("host", "h.example", "sub", "a", "whole", "https://whole.example/x"))
                .resolve(Map.of());
        assertThat(found.origin().host() + " " + found.requestUri()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // template's type, request's type, WHEN_NO_MATCH, WHEN_NO_TEMPLATES, NEVER
                "application/json, -, rendered, rendered, rendered",
                "application/json, application/json, rendered, rendered, rendered",
                "application/json, Application/JSON; charset=utf-8, rendered, rendered, rendered",
                "application/json, application/xml, as is, 415, 415",
                "application/xml, -, as is, 415, 415",
                "application/xml, application/json, as is, 415, 415",
                "application/xml, application/xml, rendered, rendered, rendered",
                "-, -, as is, as is, 415",
                "-, application/xml, as is, as is, 415",
            })
    void passthroughFollowsTheGuidesTables(
            @Nullable String template, @Nullable String type, String noMatch, String noTemplates, String never) {
        Map<String, String> templates = template == null ? Map.of() : Map.of(template, "rendered");
        assertThat(payload(templates, type, Passthrough.WHEN_NO_MATCH)).isEqualTo(noMatch);
        assertThat(payload(templates, type, Passthrough.WHEN_NO_TEMPLATES)).isEqualTo(noTemplates);
        assertThat(payload(templates, type, Passthrough.NEVER)).isEqualTo(never);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // request's type, WHEN_NO_MATCH, WHEN_NO_TEMPLATES, NEVER
                "-, as is, as is, as is",
                "application/json, as is, as is, as is",
                "application/xml, rendered, rendered, rendered",
                "text/plain, as is, 415, 415",
            })
    void anEmptyTemplateTakesTheBodiesOfItsTypeAsTheyAre(
            @Nullable String type, String noMatch, String noTemplates, String never) {
        Map<String, String> templates = Map.of("application/json", "", "application/xml", "rendered");
        assertThat(payload(templates, type, Passthrough.WHEN_NO_MATCH)).isEqualTo(noMatch);
        assertThat(payload(templates, type, Passthrough.WHEN_NO_TEMPLATES)).isEqualTo(noTemplates);
        assertThat(payload(templates, type, Passthrough.NEVER)).isEqualTo(never);
    }

    private static String payload(Map<String, String> templates, @Nullable String type, Passthrough passthrough) {
        FakeInbound inbound = FakeInbound.request("POST", "/pets").body("as is");
        Exchange exchange = Exchanges.of(type == null ? inbound : inbound.header("Content-Type", type));
        new BufferBodyStep(1_000).apply(exchange);
        try {
            new RequestPayloadStep(new RequestMapping(Map.of(), templates, passthrough, null), List.of())
                    .apply(exchange);
            return exchange.payload().toString();
        } catch (FaultException refused) {
            assertThat(refused.kind()).isEqualTo(FaultKind.UNSUPPORTED_MEDIA_TYPE);
            return "415";
        }
    }
}
