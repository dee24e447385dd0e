// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.served.IntegrationSpec.HttpProxy;
import io.gatehouse.contract.served.IntegrationSpec.HttpTarget;
import io.gatehouse.data.pipeline.BackendRequest;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxyRequestStepTest {

    private static BackendRequest made(String uri, Map<String, String> parameters, FakeInbound inbound) {
        Exchange exchange = Exchanges.of(inbound, Map.of("id", "a%2Fb"));
        HttpProxy integration = new HttpProxy(new HttpTarget(null, uri, 29_000, true), parameters);
        assertThat(new ProxyRequestStep(integration, Map.of()).apply(exchange).succeeded())
                .isTrue();
        return exchange.backendRequest();
    }

    @Test
    void theClientsQueryFollowsTheAddresssOwn() {
        BackendRequest request =
                made("http://h/x?testVar=foobar", Map.of(), FakeInbound.get("/pets?testVar=bar&empty&plus=a+b"));

        assertThat(request.requestUri()).isEqualTo("/x?testVar=foobar&testVar=bar&empty&plus=a+b");
        assertThat(request.verb()).isEqualTo("GET");
    }

    @Test
    void aMappedQueryParameterReplacesTheClientsOfItsName() {
        BackendRequest request = made(
                "http://h/x",
                Map.of(
                        "integration.request.querystring.copy", "method.request.querystring.q",
                        "integration.request.querystring.other", "'fixed text'",
                        "integration.request.querystring.gone", "method.request.querystring.missing"),
                FakeInbound.get("/pets?q=1&other=2"));

        assertThat(request.requestUri()).isEqualTo("/x?q=1&copy=1&other=fixed%20text");
    }

    @Test
    void aPathVariableStaysAsTheClientEncodedIt() {
        BackendRequest request = made(
                "http://h/items/{item}",
                Map.of("integration.request.path.item", "method.request.path.id"),
                FakeInbound.get("/pets"));

        assertThat(request.requestUri()).isEqualTo("/items/a%2Fb");
    }

    @Test
    void headersPassAndTheGatewayAddsItsOwn() {
        BackendRequest request = made(
                "http://h/x",
                Map.of("integration.request.header.X-Stage", "context.stage"),
                FakeInbound.get("/pets")
                        .header("Accept", "text/plain")
                        .header("Host", "abc123.execute-api.localhost")
                        .header("Via", "1.1 other")
                        .header("X-Forwarded-For", "198.51.100.1"));

        assertThat(request.headers().get("Accept")).isEqualTo("text/plain");
        assertThat(request.headers().contains("Host")).isFalse();
        assertThat(request.headers().contains("Via")).isFalse();
        assertThat(request.headers().get("X-Forwarded-For")).isEqualTo("198.51.100.1, 203.0.113.7");
        assertThat(request.headers().get("x-amzn-apigateway-api-id")).isEqualTo("abc123");
        assertThat(request.headers().get("X-Amzn-Trace-Id")).startsWith("Root=1-");
        assertThat(request.headers().get("X-Stage")).isEqualTo("prod");
    }

    @Test
    void aMappingToAFramingHeaderFailsEveryCall() {
        assertThatThrownBy(() -> made(
                        "http://h/x",
                        Map.of("integration.request.header.Content-Length", "'5'"),
                        FakeInbound.get("/pets")))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void aMappedHeaderCannotBreakItsLine() {
        BackendRequest request = made(
                "http://h/x",
                Map.of("integration.request.header.X-Q", "method.request.querystring.q"),
                FakeInbound.get("/pets?q=a%0d%0aEvil:1"));

        assertThat(request.headers().get("X-Q")).isEqualTo("a Evil:1");
    }
}
