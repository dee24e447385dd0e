// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $context} variables that an access log can hold. Source: developer guide, "API Gateway mapping template and access
 * logging variable reference".
 */
public final class AccessLogVariables {
    private static final Set<String> NAMES = Set.of(
            "accountId",
            "apiId",
            "authenticate.error",
            "authenticate.latency",
            "authenticate.status",
            "authorize.error",
            "authorize.latency",
            "authorize.status",
            "authorizer.error",
            "authorizer.integrationLatency",
            "authorizer.integrationStatus",
            "authorizer.latency",
            "authorizer.principalId",
            "authorizer.requestId",
            "authorizer.status",
            "awsEndpointRequestId",
            "customDomain.basePathMatched",
            "deploymentId",
            "domainName",
            "domainPrefix",
            "error.message",
            "error.messageString",
            "error.responseType",
            "error.validationErrorString",
            "extendedRequestId",
            "httpMethod",
            "identity.accessKey",
            "identity.accountId",
            "identity.apiKey",
            "identity.apiKeyId",
            "identity.caller",
            "identity.clientCert.clientCertPem",
            "identity.clientCert.issuerDN",
            "identity.clientCert.serialNumber",
            "identity.clientCert.subjectDN",
            "identity.clientCert.validity.notAfter",
            "identity.clientCert.validity.notBefore",
            "identity.cognitoAuthenticationProvider",
            "identity.cognitoAuthenticationType",
            "identity.cognitoIdentityId",
            "identity.cognitoIdentityPoolId",
            "identity.principalOrgId",
            "identity.sourceIp",
            "identity.user",
            "identity.userAgent",
            "identity.userArn",
            "integration.error",
            "integration.integrationStatus",
            "integration.latency",
            "integration.requestId",
            "integration.status",
            "integrationErrorMessage",
            "integrationLatency",
            "integrationStatus",
            "isCanaryRequest",
            "path",
            "protocol",
            "requestId",
            "requestTime",
            "requestTimeEpoch",
            "resourceId",
            "resourcePath",
            "responseLatency",
            "responseLength",
            "responseOverride.status",
            "stage",
            "status",
            "waf.error",
            "waf.latency",
            "waf.status",
            "wafResponseCode",
            "webaclArn",
            "xrayTraceId");

    /** Groups whose members an API names itself; the longer ones first. */
    private static final List<String> GROUPS = List.of(
            "authorizer.claims.",
            "requestOverride.header.",
            "requestOverride.path.",
            "requestOverride.querystring.",
            "responseOverride.header.",
            "authorizer.");

    private AccessLogVariables() {}

    /** Every name that is fixed, in alphabetical order. */
    public static Set<String> names() {
        return new TreeSet<>(NAMES);
    }

    /** The beginnings of names whose last part is an API's own, each with its dot. */
    public static List<String> groups() {
        return GROUPS;
    }

    /** Whether a name is one of those that are fixed. */
    public static boolean isName(String name) {
        return NAMES.contains(name);
    }

    /** The group that a name of the API's own belongs to; {@code null} for none. */
    public static @Nullable String groupOf(String name) {
        for (String group : GROUPS) {
            if (name.startsWith(group)) {
                return group;
            }
        }
        return null;
    }
}
