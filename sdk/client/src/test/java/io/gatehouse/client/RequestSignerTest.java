// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

final class RequestSignerTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final GatehouseEndpoint ENDPOINT =
            GatehouseEndpoint.of(URI.create("http://127.0.0.1:4580")).withRegion("eu-west-1");
    private static final String EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final RequestSigner signer = GatehouseClients.invocations(ENDPOINT).withClock(NOON);

    @Test
    void theSignatureIsWhatTheAlgorithmSays() throws Exception {
        HttpRequest signed = signer.sign(HttpRequest.newBuilder(URI.create("http://127.0.0.1:4580/prod/users"))
                .build());

        String canonical = String.join(
                "\n",
                "GET",
                "/prod/users",
                "",
                "host:127.0.0.1:4580",
                "x-amz-content-sha256:" + EMPTY_HASH,
                "x-amz-date:20261125T120000Z",
                "",
                "host;x-amz-content-sha256;x-amz-date",
                EMPTY_HASH);
        assertThat(signed.headers().firstValue("Authorization"))
                .contains("AWS4-HMAC-SHA256 Credential=test/20261125/eu-west-1/execute-api/aws4_request, "
                        + "SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=" + signatureOf(canonical));
    }

    @Test
    void theBodyIsPartOfTheSignatureAndStillSent() {
        HttpRequest unsigned = HttpRequest.newBuilder(URI.create("http://127.0.0.1:4580/prod/users"))
                .POST(BodyPublishers.ofString("{\"name\":\"Ada\"}"))
                .build();

        HttpRequest signed = signer.sign(unsigned);

        assertThat(signed.headers().firstValue("x-amz-content-sha256")).contains(sha256("{\"name\":\"Ada\"}"));
        assertThat(signed.bodyPublisher().orElseThrow().contentLength()).isEqualTo(14);
    }

    @Test
    void headersOfTheRequestAreSignedAndKeptOnce() {
        HttpRequest signed = signer.sign(HttpRequest.newBuilder(URI.create("http://127.0.0.1:4580/prod/users?a=b"))
                .header("X-Trace", "1")
                .build());

        assertThat(signed.headers().allValues("X-Trace")).containsExactly("1");
        assertThat(signed.headers().firstValue("Authorization").orElseThrow()).contains("x-trace");
        assertThat(signed.uri()).hasToString("http://127.0.0.1:4580/prod/users?a=b");
    }

    @Test
    void aPresignedAddressCarriesItsExpiry() {
        URI presigned = signer.presign(URI.create("http://127.0.0.1:4580/prod/users?page=2"), Duration.ofMinutes(10));

        assertThat(presigned.getRawQuery())
                .contains("page=2")
                .contains("X-Amz-Expires=600")
                .contains("X-Amz-Date=20261125T120000Z")
                .contains("X-Amz-Signature=");
    }

    @Test
    void aSecretIsNeverPrinted() {
        assertThat(ENDPOINT.withCredentials("AKID", "do-not-print-me").toString())
                .contains("AKID")
                .doesNotContain("do-not-print-me");
    }

    private static String signatureOf(String canonical) throws Exception {
        String toSign = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                "20261125T120000Z",
                "20261125/eu-west-1/execute-api/aws4_request",
                sha256(canonical));
        byte[] key = "AWS4test".getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {"20261125", "eu-west-1", "execute-api", "aws4_request"}) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
