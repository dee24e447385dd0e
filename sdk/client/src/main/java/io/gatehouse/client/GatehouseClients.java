// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.client;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/**
 * Makes the AWS SDK for Java v2's clients, configured for one Gatehouse.
 *
 * <p>Nothing is read from the environment, profiles or instance metadata: the {@link GatehouseEndpoint} says it all. The
 * clients run on Apache's HTTP client, because the JDK's {@code HttpURLConnection} cannot send the PATCH that every
 * Update operation is, and they do not retry, so that an error is seen when it happens. Each client holds connections
 * until it is closed.
 */
public final class GatehouseClients {

    private GatehouseClients() {}

    /** A client of the management API, to be closed by the caller. */
    public static ApiGatewayClient apiGateway(GatehouseEndpoint endpoint) {
        return ApiGatewayClient.builder()
                .endpointOverride(endpoint.uri())
                .region(Region.of(endpoint.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(endpoint.accessKeyId(), endpoint.secretAccessKey())))
                .overrideConfiguration(overrides -> overrides.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }

    /** A signer for calls to methods whose authorization type is {@code AWS_IAM}. */
    public static RequestSigner invocations(GatehouseEndpoint endpoint) {
        return RequestSigner.of(endpoint, "execute-api");
    }
}
