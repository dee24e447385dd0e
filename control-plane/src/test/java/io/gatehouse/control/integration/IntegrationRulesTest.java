// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationRulesTest {
    private static final String REFUSED =
            "Invalid mapping expression specified: Validation Result: warnings : [], errors : [%s]";
    private static final String LAMBDA =
            "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user-service:8080/users",
                "https://example.com",
                "http://10.0.0.1:80/{proxy}?a=b",
                "http://${stageVariables.host}/${stageVariables.path}?${stageVariables.query}",
                "http://localhost:9/{id}/x",
                "${stageVariables.url}/users",
                "https://[::1]:8443/"
            })
    void anHttpAddressMayHoldStageVariablesAndPathParameters(String uri) {
        assertThat(IntegrationRules.isHttp(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "non-valid-http",
                "ftp://example.com",
                "http://",
                "http:///path",
                "/users",
                "",
                "http://a b/",
                "stageVariables.url"
            })
    void whatIsNoHttpAddressIsRefused(String uri) {
        assertThat(IntegrationRules.isHttp(uri)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:apigateway:us-east-1:s3:path/bucket/key",
                "arn:aws:apigateway:us-east-1:dynamodb:action/Query",
                "arn:aws:apigateway:us-east-1:firehose:path/x",
                "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/fn/invocations"
            })
    void anAwsProxyIsALambdaOrAFirehose(String uri) {
        assertThatThrownBy(() -> check("AWS_PROXY", "POST", uri))
                .hasMessage("Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose"
                        + " stream invocations.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LAMBDA + "fn/invocations",
                LAMBDA + "${stageVariables.fn}:v1/invocations",
                "arn:aws:apigateway:us-east-1:firehose:action/PutRecord"
            })
    void lambdaFunctionsAndFirehosesCanBeProxied(String uri) {
        assertThatCode(() -> check("AWS_PROXY", "POST", uri)).doesNotThrowAnyException();
    }

    @Test
    void anAwsUriIsAnArnWithAPathOrAnAction() {
        assertThatThrownBy(() -> check("AWS", "POST", "http://example.com"))
                .hasMessage("Invalid ARN specified in the request");
        assertThatThrownBy(() -> check("AWS", "POST", "arn:aws:sqs:us-east-1:123456789012:queue"))
                .hasMessage("AWS ARN for integration must contain path or action");
        assertThatCode(() -> check("AWS", "POST", "arn:aws:apigateway:us-east-1:sqs:path/123456789012/queue"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP", "HTTP_PROXY", "AWS", "AWS_PROXY"})
    void whatCallsABackendNeedsAVerb(String type) {
        assertThatThrownBy(() -> check(type, null, "http://example.com"))
                .hasMessage("Enumeration value for HttpMethod must be non-empty");
    }

    @Test
    void aMockNeedsNothing() {
        assertThatCode(() -> check("MOCK", null, null)).doesNotThrowAnyException();
    }

    @Test
    void parametersMapOnlyWhatTheMethodDeclares() {
        Set<String> declared = Set.of("method.request.path.id", "method.request.querystring.q");

        assertThatCode(() -> IntegrationRules.check(
                        mapping("integration.request.path.id", "method.request.path.id"), declared))
                .doesNotThrowAnyException();
        assertThatCode(() -> IntegrationRules.check(
                        mapping("integration.request.querystring.q", "method.request.multivaluequerystring.q"),
                        declared))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> IntegrationRules.check(
                        mapping("integration.request.path.id", "method.request.path.other"), declared))
                .hasMessage(
                        REFUSED.formatted("Invalid mapping expression parameter specified: method.request.path.other"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'static'",
                "context.requestId",
                "stageVariables.v",
                "method.request.body",
                "method.request.body.a.b"
            })
    void whatNeedsNoDeclarationIsMappedFreely(String source) {
        assertThatCode(() -> IntegrationRules.check(mapping("integration.request.header.X", source), Set.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void aTargetOrSourceOfNoKindIsRefused() {
        assertThatThrownBy(() -> IntegrationRules.check(mapping("method.request.header.X", "'a'"), Set.of()))
                .hasMessage(
                        REFUSED.formatted("Invalid mapping expression parameter specified: method.request.header.X"));
        assertThatThrownBy(() -> IntegrationRules.check(mapping("integration.request.header.X", "true"), Set.of()))
                .hasMessage(REFUSED.formatted("Invalid mapping expression specified: true"));
    }

    @Test
    void aResponseMapsOnlyHeadersThatTheMethodsResponseDeclares() {
        Set<String> declared = Set.of("method.response.header.X");

        assertThatCode(() -> IntegrationRules.check(
                        response("method.response.header.X", "integration.response.header.Y"), declared))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> IntegrationRules.check(
                        response("method.response.header.Z", "integration.response.body.z"), declared))
                .hasMessage(
                        REFUSED.formatted("Invalid mapping expression parameter specified: method.response.header.Z"));
        assertThatThrownBy(() -> IntegrationRules.check(response("method.response.header.X", "'a'"), null))
                .hasMessage(REFUSED.formatted("No method response exists for method."));
    }

    @Test
    void aTemplateIsForAContentType() {
        PutIntegrationResponse response = new PutIntegrationResponse(null, null, Map.of("123", ""), null);

        assertThatThrownBy(() -> IntegrationRules.check(response, Set.of()))
                .hasMessage("Validation Result: warnings : [], errors : [Invalid content type specified: 123]");
    }

    @Test
    void aSelectionPatternIsARegularExpression() {
        PutIntegrationResponse response = new PutIntegrationResponse("(", null, null, null);

        assertThatThrownBy(() -> IntegrationRules.check(response, Set.of()))
                .hasMessage("Invalid selection pattern specified");
    }

    private static void check(String type, @Nullable String verb, @Nullable String uri) {
        IntegrationRules.check(request(type, verb, uri, null), Set.of());
    }

    private static PutIntegration mapping(String target, String source) {
        return request("MOCK", null, null, Map.of(target, source));
    }

    private static PutIntegrationResponse response(String target, String source) {
        return new PutIntegrationResponse(null, Map.of(target, source), null, null);
    }

    private static PutIntegration request(
            String type, @Nullable String verb, @Nullable String uri, @Nullable Map<String, String> parameters) {
        return new PutIntegration(
                type, verb, uri, null, null, null, parameters, null, null, null, null, null, null, null, null, null);
    }
}
