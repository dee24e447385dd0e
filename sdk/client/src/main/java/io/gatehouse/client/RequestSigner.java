// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.client;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs {@code java.net.http} requests with AWS Signature Version 4, so that a Java program can call methods whose
 * authorization type is {@code AWS_IAM}.
 *
 * <p>A signature covers the verb, the path as it is sent, the query, the host, every header that the request carries at
 * that moment and the whole body; whatever is changed afterwards invalidates it. It is valid for five minutes around the
 * time at which it was made. To sign for a host other than the one that is connected to, set a {@code Host} header
 * first; the JDK lets a program do so only when the system property {@code jdk.httpclient.allowRestrictedHeaders}
 * contains {@code host}.
 *
 * <p>Source: AWS IAM user guide, "AWS Signature Version 4 for API requests".
 */
public final class RequestSigner {
    private static final String HOST = "Host";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final GatehouseEndpoint endpoint;
    private final String service;
    private final Clock clock;

    private RequestSigner(GatehouseEndpoint endpoint, String service, Clock clock) {
        this.endpoint = endpoint;
        this.service = service;
        this.clock = clock;
    }

    /**
     * A signer that uses the endpoint's key and region.
     *
     * @param service the signing name: {@code execute-api} for calls to deployed APIs, {@code apigateway} for the
     *     management API
     */
    public static RequestSigner of(GatehouseEndpoint endpoint, String service) {
        return new RequestSigner(endpoint, service, Clock.systemUTC());
    }

    /** The same signer with another source of the signing time. */
    public RequestSigner withClock(Clock other) {
        return new RequestSigner(endpoint, service, other);
    }

    /**
     * The request with the headers {@code Authorization}, {@code X-Amz-Date} and {@code x-amz-content-sha256} added.
     *
     * @param request its body publisher is read once here to compute the payload hash, so it must be repeatable, as
     *     those of strings, byte arrays and files are
     */
    public HttpRequest sign(HttpRequest request) {
        byte[] body = request.bodyPublisher().map(BodyBytes::of).orElseGet(() -> new byte[0]);
        SdkHttpRequest signed = signed(describe(request), AuthLocation.HEADER, null, body);
        HttpRequest.Builder builder = HttpRequest.newBuilder(request, (name, value) -> true);
        Map<String, List<String>> present = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        present.putAll(request.headers().map());
        signed.headers().forEach((name, values) -> {
            if (!present.containsKey(name) && !HOST.equalsIgnoreCase(name)) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    /**
     * The address with the signature in its query, for a GET without a body that anyone may make until it expires.
     *
     * @param validity how long the address works, at most seven days
     */
    public URI presign(URI address, Duration validity) {
        SdkHttpRequest get =
                SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(address).build();
        return signed(get, AuthLocation.QUERY_STRING, validity, new byte[0]).getUri();
    }

    private SdkHttpRequest signed(
            SdkHttpRequest request, AuthLocation location, @Nullable Duration validity, byte[] body) {
        SignRequest.Builder<AwsCredentialsIdentity> builder = SignRequest.builder(
                        AwsCredentialsIdentity.create(endpoint.accessKeyId(), endpoint.secretAccessKey()))
                .request(request)
                .payload(ContentStreamProvider.fromInputStreamSupplier(() -> new ByteArrayInputStream(body)))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, endpoint.region())
                .putProperty(AwsV4HttpSigner.AUTH_LOCATION, location)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock);
        if (validity != null) {
            builder.putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, validity);
        }
        return signer.sign(builder.build()).request();
    }

    private static SdkHttpRequest describe(HttpRequest request) {
        SdkHttpRequest.Builder builder = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .uri(request.uri());
        request.headers().map().forEach((name, values) -> {
            // The SDK looks for an existing host header under this spelling only.
            builder.putHeader(HOST.equalsIgnoreCase(name) ? HOST : name, values);
        });
        return builder.build();
    }
}
