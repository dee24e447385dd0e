// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseExtension;
import io.gatehouse.testkit.GatehouseOptions;
import io.gatehouse.testkit.GatehouseProgram;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.PutMethodRequest;

/** Values that try to be more than values: in headers, paths, hosts, templates and patterns. */
final class HostileValuesIT {
    private static final WireBackend BACKEND = WireBackend.start();

    @RegisterExtension
    static final GatehouseExtension GATEHOUSE = GatehouseExtension.with(GatehouseOptions::defaults);

    private static @Nullable Probe probe;
    private static @Nullable DeployedApi traversal;
    private static @Nullable DeployedApi namingHosts;

    private final GatehouseProgram program;
    private final ApiGatewayClient client;

    HostileValuesIT(GatehouseProgram program, ApiGatewayClient client) {
        this.program = program;
        this.client = client;
    }

    @AfterAll
    static void stop() throws Exception {
        Objects.requireNonNull(probe).close();
        BACKEND.close();
    }

    @BeforeEach
    void probe() {
        if (probe == null) {
            DeployedApi api = DeployedApi.create(client, "probe").fixedAnswer("/probe", "alive");
            api.deploy("test");
            probe = Probe.of(api.address(program.trafficPort(), "test", "/probe"), "alive");
        }
        BACKEND.forget();
    }

    @AfterEach
    void theProbeIsServed() throws Exception {
        Objects.requireNonNull(probe).assertServed(Duration.ofSeconds(3));
    }

    @Test
    void aMappedValueStaysInItsHeader() throws Exception {
        DeployedApi api = DeployedApi.create(client, "mapped")
                .method(
                        "POST",
                        "/{seg}",
                        method -> method.requestParameters(
                                Map.of("method.request.path.seg", true, "method.request.querystring.q", false)))
                .integration(
                        "POST",
                        "/{seg}",
                        integration -> integration
                                .type(IntegrationType.HTTP)
                                .integrationHttpMethod("POST")
                                .uri("http://" + BACKEND.address() + "/in")
                                .requestParameters(Map.of(
                                        "integration.request.header.X-Query", "method.request.querystring.q",
                                        "integration.request.header.X-Path", "method.request.path.seg",
                                        "integration.request.header.X-Body", "method.request.body.b",
                                        "integration.request.querystring.r", "method.request.querystring.q",
                                        "integration.request.querystring.s", "method.request.path.seg"))
                                .requestTemplates(Map.of(
                                        "application/json",
                                        "#set($context.requestOverride.header.X-Override = $input.params('q'))"
                                                + "$input.json('$')")))
                .response(
                        "POST",
                        "/{seg}",
                        "200",
                        response -> response.responseTemplates(Map.of(
                                "application/json",
                                "#set($context.responseOverride.header.X-Answer = $input.params('q'))done")));
        api.deploy("test");
        URI address = api.address(program.trafficPort(), "test", "/a%0d%0aX-Evil:%201");
        String body = "{\"b\":\"1\\r\\nX-Evil: 1\\u0000\"}";
        try (Wire wire = new Wire(address.getPort())) {
            wire.send("POST " + address.getRawPath()
                    + "?q=1%0d%0aX-Evil:%201%0d%0a%0d%0aGET%20/ HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            Wire.Answer answer = wire.answer();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.headers()).doesNotContainKey("x-evil").containsKey("x-answer");
            assertThat(answer.body()).isEqualTo("done");
        }
        assertThat(BACKEND.seen())
                .hasSize(1)
                .first()
                .asString()
                .doesNotContain("\nX-Evil", "MALFORMED")
                .contains("X-Query: 1 X-Evil", "X-Override: 1 X-Evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2fsecret",
                "%2e%2e/secret",
                "%2e%2e%2fsecret",
                "..;/secret",
                "../secret",
                "./../secret",
                "..\\secret",
                "..%5csecret",
                "..%c0%afsecret",
                "%252e%252e%252fsecret",
                "x/../../secret",
                "/secret",
                "//secret"
            })
    void aPathIsDataAndLeadsToNoOtherRoute(String tail) throws Exception {
        String open =
                traversal().address(program.trafficPort(), "test", "/open/").getRawPath() + tail;
        try (Wire wire = new Wire(program.trafficPort())) {
            Wire.Answer answer = wire.send("GET " + open + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .answer();
            assertThat(answer.body()).doesNotContain("SECRET");
            assertThat(answer.status()).isIn(200, 400, 403);
        }
        assertThat(BACKEND.seen()).allMatch(request -> request.startsWith("GET /base/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@127.0.0.1:1/", ".evil.example/", "%40evil/", "9/", "x", "@evil#", ":1/", "%23", "%3f"})
    void aPathNamesNoOtherHost(String tail) throws Exception {
        String path = namingHosts().address(program.trafficPort(), "test", "/").getRawPath() + tail;
        try (Wire wire = new Wire(program.trafficPort())) {
            Wire.Answer answer = wire.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .answer();
            assertThat(answer.status()).isIn(400, 403, 500);
        }
        assertThat(BACKEND.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void aBodyNestedWithoutEndIsRefusedOrServed(String opening) throws Exception {
        DeployedApi api = mapped("nested", "$input.json('$.a.b')$input.path('$').size()");
        String body = opening.repeat(10_000_000 / opening.length());
        assertAnsweredWithin(api, body, Duration.ofSeconds(10));
        assertAnsweredWithin(api, "[".repeat(100_000) + "]".repeat(100_000), Duration.ofSeconds(10));
    }

    @Test
    void aTemplateThatGrowsWithoutEndIsStopped() throws Exception {
        DeployedApi api = mapped(
                "growing",
                "#set($s = 'xxxxxxxxxx')#foreach($i in [1..1000])#set($s = $s + $s)#end$s"
                        + "#foreach($i in [1..100000000])x#end");
        assertAnsweredWithin(api, "{}", Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(\\\\d+)+(\\\\d+)+(\\\\d*)*x", "((((((((\\\\d*)*)*)*)*)*)*)*)*x", "2\\\\d{2}|(2|20|200|0|00)+y"
            })
    void aPatternThatBacktracksWithoutEndIsStopped(String pattern) throws Exception {
        DeployedApi api = mapped("pattern", "$input.json('$')")
                .response("POST", "/x", "500", response -> response.selectionPattern(pattern.replace("\\\\", "\\")));
        api.deploy("test");
        assertAnsweredWithin(api, "{}", Duration.ofSeconds(5));
    }

    /** Made once: a test of one path is a matter of milliseconds, an API of its own was most of a second. */
    private DeployedApi traversal() {
        DeployedApi api = traversal;
        if (api == null) {
            api = DeployedApi.create(client, "traversal")
                    .method("GET", "/open/{proxy+}", HostileValuesIT::declareProxy)
                    .integration(
                            "GET",
                            "/open/{proxy+}",
                            integration -> integration
                                    .type(IntegrationType.HTTP_PROXY)
                                    .integrationHttpMethod("GET")
                                    .uri("http://" + BACKEND.address() + "/base/{proxy}")
                                    .requestParameters(
                                            Map.of("integration.request.path.proxy", "method.request.path.proxy")))
                    .fixedAnswer("/secret", "SECRET");
            api.deploy("test");
            traversal = api;
        }
        return api;
    }

    /** Made once, as {@link #traversal()}. */
    private DeployedApi namingHosts() {
        DeployedApi api = namingHosts;
        if (api == null) {
            api = DeployedApi.create(client, "host")
                    .method("GET", "/{proxy+}", HostileValuesIT::declareProxy)
                    .integration(
                            "GET",
                            "/{proxy+}",
                            integration -> integration
                                    .type(IntegrationType.HTTP_PROXY)
                                    .integrationHttpMethod("GET")
                                    .uri("http://" + BACKEND.address() + "{proxy}")
                                    .requestParameters(
                                            Map.of("integration.request.path.proxy", "method.request.path.proxy")));
            api.deploy("test");
            namingHosts = api;
        }
        return api;
    }

    private static void declareProxy(PutMethodRequest.Builder method) {
        method.requestParameters(Map.of("method.request.path.proxy", true));
    }

    private DeployedApi mapped(String name, String template) {
        DeployedApi api = DeployedApi.create(client, name)
                .method("POST", "/x", method -> {})
                .integration(
                        "POST",
                        "/x",
                        integration -> integration
                                .type(IntegrationType.HTTP)
                                .integrationHttpMethod("POST")
                                .uri("http://" + BACKEND.address() + "/x")
                                .requestTemplates(Map.of("application/json", template)))
                .response("POST", "/x", "200", response -> {});
        api.deploy("test");
        return api;
    }

    private void assertAnsweredWithin(DeployedApi api, String body, Duration longest) throws IOException {
        String path = api.address(program.trafficPort(), "test", "/x").getRawPath();
        long start = System.nanoTime();
        try (Wire wire = new Wire(program.trafficPort())) {
            wire.send("POST " + path
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\n\r\n");
            Wire.Answer answer = wire.send(body).answer();
            assertThat(answer.status()).as(answer.toString()).isIn(200, 400, 500);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(longest);
    }
}
