// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.pipeline.Caller;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RestContextVariablesTest {
    private final RestContextVariables variables = new RestContextVariables();

    @Test
    void theTreeHasAwssNames() {
        Exchange exchange = Exchanges.of(
                FakeInbound.get("/pets").header("User-Agent", "curl/8").header("X-A", "b"));
        assertThat(variables.of(exchange))
                .containsOnly(
                        Map.entry("accountId", "000000000000"),
                        Map.entry("apiId", "abc123"),
                        Map.entry("deploymentId", "dep123"),
                        Map.entry("domainName", "abc123.execute-api.localhost"),
                        Map.entry("domainPrefix", "abc123"),
                        Map.entry("extendedRequestId", "extended-1"),
                        Map.entry("httpMethod", "GET"),
                        Map.entry("identity", Map.of("sourceIp", "203.0.113.7", "userAgent", "curl/8")),
                        Map.entry("path", "/prod/pets"),
                        Map.entry("protocol", "HTTP/1.1"),
                        Map.entry("requestId", "request-1"),
                        Map.entry("requestTime", "01/Jan/1970:00:00:00 +0000"),
                        Map.entry("requestTimeEpoch", 0L),
                        Map.entry("resourceId", "res123"),
                        Map.entry("resourcePath", "/pets"),
                        Map.entry("stage", "prod"));
    }

    @Test
    void whoSignedIsTheIdentity() {
        Exchange exchange = Exchanges.of(FakeInbound.get("/pets"));
        exchange.caller(new Caller("AKID", "123456789012", "arn:aws:iam::123456789012:user/tess"));
        assertThat(variables.of(exchange).get("identity"))
                .isEqualTo(Map.of(
                        "sourceIp", "203.0.113.7",
                        "accessKey", "AKID",
                        "accountId", "123456789012",
                        "caller", "AKID",
                        "user", "AKID",
                        "userArn", "arn:aws:iam::123456789012:user/tess"));
    }

    @Test
    void doubledAndTrailingSlashesStayInThePath() {
        assertThat(variables.of(Exchanges.of(FakeInbound.get("//hardcoded/"))).get("path"))
                .isEqualTo("/prod//hardcoded/");
    }
}
