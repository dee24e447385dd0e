// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import io.gatehouse.contract.sigv4.SignedRequest.Header;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests signed by the AWS SDK for Java, as they look on the wire. */
final class Signed {

    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Credential CREDENTIAL =
            new Credential("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "111122223333", "ann", null);
    static final String REGION = "eu-west-1";
    static final String SERVICE = "execute-api";

    private Signed() {}

    static Credentials knowing(Credential credential) {
        return id -> id.equals(credential.accessKeyId()) ? credential : null;
    }

    static SignatureVerifier verifier() {
        return verifierAt(NOW);
    }

    static SignatureVerifier verifierAt(Instant now) {
        return new SignatureVerifier(SERVICE, REGION, knowing(CREDENTIAL), Clock.fixed(now, ZoneOffset.UTC));
    }

    static Verdict.Refused refusal(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            return refused;
        }
        throw new AssertionError("accepted: " + verdict);
    }

    static SdkHttpRequest.Builder get(String uri) {
        return SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(URI.create(uri));
    }

    static SignedRequest byHeader(SdkHttpRequest request, byte[] body) {
        return signed(request, body, CREDENTIAL, null);
    }

    static SignedRequest presigned(SdkHttpRequest request, Duration validity) {
        return signed(request, new byte[0], CREDENTIAL, validity);
    }

    /** What a client sends that leaves its body out of the signature. */
    static SignedRequest withUnsignedPayload(String uri) {
        SignRequest.Builder<AwsCredentialsIdentity> order = SignRequest.builder(
                        AwsCredentialsIdentity.create(CREDENTIAL.accessKeyId(), CREDENTIAL.secret()))
                .request(get(uri).build())
                .payload(() -> new ByteArrayInputStream(new byte[0]))
                .putProperty(AwsV4HttpSigner.REGION_NAME, REGION)
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK);
        return onTheWire(AwsV4HttpSigner.create().sign(order.build()).request(), new byte[0]);
    }

    static SignedRequest signed(
            SdkHttpRequest request, byte[] body, Credential credential, @Nullable Duration validity) {
        String token = credential.sessionToken();
        AwsCredentialsIdentity identity = token == null
                ? AwsCredentialsIdentity.create(credential.accessKeyId(), credential.secret())
                : AwsSessionCredentialsIdentity.create(credential.accessKeyId(), credential.secret(), token);
        SignRequest.Builder<AwsCredentialsIdentity> order = SignRequest.builder(identity)
                .request(request)
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.REGION_NAME, REGION)
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(HttpSigner.SIGNING_CLOCK, CLOCK);
        if (validity != null) {
            order.putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, validity);
        }
        return onTheWire(AwsV4HttpSigner.create().sign(order.build()).request(), body);
    }

    private static SignedRequest onTheWire(SdkHttpRequest request, byte[] body) {
        List<Header> headers = new ArrayList<>();
        request.forEachHeader((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        URI uri = request.getUri();
        return new SignedRequest(
                request.method().name(), uri.getRawPath(), uri.getRawQuery(), headers, PayloadHash.of(body));
    }
}
