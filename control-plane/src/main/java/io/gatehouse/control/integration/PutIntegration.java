// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.aws.wire.OneOf;
import io.gatehouse.control.aws.wire.Required;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of PutIntegration. Source: API reference, "PutIntegration".
 *
 * @param httpMethod the verb sent to the backend; SDKs call it integrationHttpMethod
 */
public record PutIntegration(
        @Required @OneOf({"HTTP", "MOCK", "AWS_PROXY", "HTTP_PROXY", "AWS"})
        String type,

        @Nullable String httpMethod,
        @Nullable String uri,

        @OneOf({"INTERNET", "VPC_LINK"}) @Nullable String connectionType,

        @Nullable String connectionId,
        @Nullable String credentials,
        @Nullable Map<String, String> requestParameters,
        @Nullable Map<String, String> requestTemplates,
        @Nullable String passthroughBehavior,
        @Nullable String cacheNamespace,
        @Nullable List<String> cacheKeyParameters,

        @OneOf({"CONVERT_TO_BINARY", "CONVERT_TO_TEXT"}) @Nullable
        String contentHandling,

        @Nullable Integer timeoutInMillis,
        @Nullable TlsConfig tlsConfig,

        @OneOf({"BUFFERED", "STREAM"}) @Nullable String responseTransferMode,

        @Nullable String integrationTarget) {}
