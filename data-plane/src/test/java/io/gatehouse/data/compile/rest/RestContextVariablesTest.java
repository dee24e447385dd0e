// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.data.pipeline.Caller;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.vtl.MappingTemplate;
import io.gatehouse.data.vtl.RequestParameters;
import io.gatehouse.data.vtl.TemplateContext;
import io.gatehouse.data.vtl.TemplateScope;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        Map.entry("stage", "prod"),
                        Map.entry("xrayTraceId", "1-65cae000-0123456789abcdef01234567"));
    }

    /** Every variable of the developer guide's reference, those of access logs alone included. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "accountId, 000000000000",
                "apiId, abc123",
                "authorizer.claims, ``",
                "authorizer.claims.sub, ``",
                "authorizer.principalId, ``",
                "authorizer.property, ``",
                "awsEndpointRequestId, ``",
                "customDomain.basePathMatched, ``",
                "deploymentId, dep123",
                "domainName, abc123.execute-api.localhost",
                "domainPrefix, abc123",
                "error.message, ``",
                "error.messageString, ``",
                "error.responseType, ``",
                "error.validationErrorString, ``",
                "extendedRequestId, extended-1",
                "httpMethod, POST",
                "identity.accessKey, AKID",
                "identity.accountId, 123456789012",
                "identity.apiKey, ``",
                "identity.apiKeyId, ``",
                "identity.caller, AKID",
                "identity.cognitoAuthenticationProvider, ``",
                "identity.cognitoAuthenticationType, ``",
                "identity.cognitoIdentityId, ``",
                "identity.cognitoIdentityPoolId, ``",
                "identity.principalOrgId, ``",
                "identity.sourceIp, 203.0.113.7",
                "identity.clientCert.clientCertPem, ``",
                "identity.clientCert.subjectDN, ``",
                "identity.clientCert.issuerDN, ``",
                "identity.clientCert.serialNumber, ``",
                "identity.clientCert.validity.notBefore, ``",
                "identity.clientCert.validity.notAfter, ``",
                "identity.vpcId, ``",
                "identity.vpceId, ``",
                "identity.user, AKID",
                "identity.userAgent, curl/8",
                "identity.userArn, arn:aws:iam::123456789012:user/tess",
                "isCanaryRequest, ``",
                "path, /prod/pets",
                "protocol, HTTP/1.1",
                "requestId, request-1",
                "requestOverride.header.X-Any, ``",
                "requestOverride.path.any, ``",
                "requestOverride.querystring.any, ``",
                "responseOverride.header.X-Any, ``",
                "responseOverride.status, ``",
                "requestTime, 01/Jan/1970:00:00:00 +0000",
                "requestTimeEpoch, 0",
                "resourceId, res123",
                "resourcePath, /pets",
                "stage, prod",
                "wafResponseCode, ``",
                "webaclArn, ``",
                "authorize.status, ``",
                "authorizer.requestId, ``",
                "authenticate.status, ``",
                "integration.status, ``",
                "integrationErrorMessage, ``",
                "integrationLatency, ``",
                "integrationStatus, ``",
                "responseLatency, ``",
                "responseLength, ``",
                "status, ``",
                "waf.status, ``",
                "xrayTraceId, 1-65cae000-0123456789abcdef01234567",
            })
    void aTemplateReadsEveryVariableOfTheGuideOrNothing(String name, String value) throws Exception {
        Exchange exchange = Exchanges.of(FakeInbound.request("POST", "/pets").header("User-Agent", "curl/8"));
        exchange.caller(new Caller("AKID", "123456789012", "arn:aws:iam::123456789012:user/tess"));
        TemplateScope scope =
                new TemplateScope("", RequestParameters.NONE, new TemplateContext(variables.of(exchange)), Map.of());
        assertThat(MappingTemplate.compile("[$context." + name + "]").render(scope))
                .isEqualTo("[" + value + "]");
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
