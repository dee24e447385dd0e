// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import static io.gatehouse.contract.sigv4.Signed.CREDENTIAL;
import static io.gatehouse.contract.sigv4.Signed.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.sigv4.SignedRequest.Header;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** What is accepted, and that a change of any part is not. */
final class SignatureVerifierTest {

    private static final Identity ANN = new Identity(
            "AKIDEXAMPLE", "111122223333", "eu-west-1", "execute-api", "arn:aws:iam::111122223333:user/ann");

    /** IAM User Guide, "Create a signed AWS API request": the ListUsers example with all its intermediate values. */
    @Test
    void awsPublishedExampleIsAccepted() {
        CredentialScope scope = new CredentialScope("AKIDEXAMPLE", "20150830", "us-east-1", "iam");
        assertThat(HexFormat.of().formatHex(SigningKeys.derive(CREDENTIAL.secret(), scope)))
                .isEqualTo("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");
        SignedRequest request = new SignedRequest(
                "GET",
                "/",
                "Action=ListUsers&Version=2010-05-08",
                List.of(
                        new Header("Host", "iam.amazonaws.com"),
                        new Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                        new Header("X-Amz-Date", "20150830T123600Z"),
                        new Header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request,"
                                        + " SignedHeaders=content-type;host;x-amz-date, Signature="
                                        + "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")),
                PayloadHash.EMPTY);
        Clock then = Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC);
        SignatureVerifier verifier = new SignatureVerifier("iam", "us-east-1", Signed.knowing(CREDENTIAL), then);
        assertThat(verifier.verify(request)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void whatTheJavaSdkSignsInTheHeaderIsAccepted() {
        SignatureVerifier verifier = Signed.verifier();
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] body = text(random, 40).getBytes(StandardCharsets.UTF_8);
            SdkHttpRequest request = randomRequest(random);
            SignedRequest signed = Signed.byHeader(request, body);
            assertThat(verifier.verify(signed))
                    .as("%s %s", request, request.headers())
                    .isEqualTo(new Verdict.Accepted(ANN));
        }
    }

    @Test
    void whatTheJavaSdkPresignsIsAccepted() {
        SignatureVerifier verifier = Signed.verifierAt(Signed.NOW.plusSeconds(3599));
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            SdkHttpRequest request = randomRequest(random);
            SignedRequest signed = Signed.presigned(request, Duration.ofHours(1));
            assertThat(verifier.verify(signed))
                    .as("%s %s", request, request.headers())
                    .isEqualTo(new Verdict.Accepted(ANN));
        }
    }

    @Test
    void aChangeOfAnyPartIsRefused() {
        SignatureVerifier verifier = Signed.verifier();
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            SdkHttpRequest request = randomRequest(random).toBuilder()
                    .putRawQueryParameter("page", "1")
                    .putHeader("X-Amz-Target", "one")
                    .putHeader("Content-Type", "text/plain")
                    .build();
            SignedRequest signed = Signed.byHeader(request, "body".getBytes(StandardCharsets.UTF_8));
            assertThat(verifier.verify(signed)).isInstanceOf(Verdict.Accepted.class);
            for (UnaryOperator<SignedRequest> change : changes()) {
                SignedRequest changed = change.apply(signed);
                assertThat(changed).isNotEqualTo(signed);
                assertThat(verifier.verify(changed))
                        .as("%s from %s", changed.headers(), signed.headers())
                        .isInstanceOf(Verdict.Refused.class);
            }
        }
    }

    @Test
    void aPresignedRequestCoversItsQueryToo() {
        SignatureVerifier verifier = Signed.verifier();
        SignedRequest signed =
                Signed.presigned(Signed.get("https://a.example/x?page=1").build(), Duration.ofHours(1));
        String query = String.valueOf(signed.rawQuery());
        assertThat(verifier.verify(signed)).isEqualTo(new Verdict.Accepted(ANN));
        for (String changed : List.of(
                query.replace("page=1", "page=2"),
                query + "&more=1",
                query.replace("X-Amz-Expires=3600", "X-Amz-Expires=7200"),
                query.replace("T120000Z", "T120001Z"),
                query.replace("X-Amz-Signature=", "X-Amz-Signature=0"),
                query.replace("page=1", "page=1&page=1"))) {
            assertThat(changed).isNotEqualTo(query);
            SignedRequest request = new SignedRequest("GET", "/x", changed, signed.headers(), signed.payloadSha256());
            assertThat(refusal(verifier.verify(request)).kind()).isEqualTo(Verdict.Kind.INVALID_SIGNATURE);
        }
    }

    @Test
    void aSecondRequestOfTheSameDayIsVerifiedWithTheKeptKey() {
        SignatureVerifier verifier = Signed.verifier();
        SignedRequest good = Signed.byHeader(Signed.get("https://a.example/x").build(), new byte[0]);
        SignedRequest bad = new SignedRequest("GET", "/y", null, good.headers(), good.payloadSha256());
        for (int i = 0; i < 3; i++) {
            assertThat(verifier.verify(good)).isEqualTo(new Verdict.Accepted(ANN));
            assertThat(verifier.verify(bad)).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void aSessionTokenMustBeTheKeysOwn() {
        Credential session = new Credential("ASIAEXAMPLE", "secret", "111122223333", "ann", "token/with+characters==");
        SignatureVerifier verifier = new SignatureVerifier(Signed.SERVICE, null, Signed.knowing(session), Signed.CLOCK);
        SdkHttpRequest request = Signed.get("https://a.example/x").build();
        assertThat(verifier.verify(Signed.signed(request, new byte[0], session, null)))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(verifier.verify(Signed.signed(request, new byte[0], session, Duration.ofMinutes(1))))
                .isInstanceOf(Verdict.Accepted.class);
        for (Credential other : List.of(withToken(session, null), withToken(session, "another"))) {
            Verdict.Refused refused = refusal(verifier.verify(Signed.signed(request, new byte[0], other, null)));
            assertThat(refused.kind()).isEqualTo(Verdict.Kind.UNRECOGNIZED_CLIENT);
        }
    }

    @Test
    void aTokenWithALongTermKeyIsRefused() {
        Credential withToken = withToken(CREDENTIAL, "made-up");
        SdkHttpRequest request = Signed.get("https://a.example/x").build();
        Verdict verdict = Signed.verifier().verify(Signed.signed(request, new byte[0], withToken, null));
        assertThat(refusal(verdict).kind()).isEqualTo(Verdict.Kind.UNRECOGNIZED_CLIENT);
    }

    private static Credential withToken(Credential credential, @org.jspecify.annotations.Nullable String token) {
        return new Credential(
                credential.accessKeyId(), credential.secret(), credential.accountId(), credential.user(), token);
    }

    private static List<UnaryOperator<SignedRequest>> changes() {
        return List.of(
                r -> new SignedRequest("TRACE", r.rawPath(), r.rawQuery(), r.headers(), r.payloadSha256()),
                r -> new SignedRequest(r.method(), r.rawPath() + "x", r.rawQuery(), r.headers(), r.payloadSha256()),
                r -> new SignedRequest(r.method(), r.rawPath() + "%20", r.rawQuery(), r.headers(), r.payloadSha256()),
                r -> new SignedRequest(r.method(), "/up" + r.rawPath(), r.rawQuery(), r.headers(), r.payloadSha256()),
                r -> new SignedRequest(r.method(), r.rawPath(), r.rawQuery() + "&a=b", r.headers(), r.payloadSha256()),
                r -> new SignedRequest(r.method(), r.rawPath(), r.rawQuery() + "%00", r.headers(), r.payloadSha256()),
                r -> new SignedRequest(r.method(), r.rawPath(), null, r.headers(), r.payloadSha256()),
                r -> new SignedRequest(r.method(), r.rawPath(), r.rawQuery(), r.headers(), PayloadHash.EMPTY),
                r -> header(r, "Host", "b.example"),
                r -> header(r, "Content-Type", "text/html"),
                r -> header(r, "X-Amz-Target", "two"),
                r -> header(r, "X-Amz-Date", "20261101T120001Z"),
                r -> header(r, "X-Amz-Date", "20261101T120000"),
                r -> authorization(r, "eu-west-1", "eu-west-2"),
                r -> authorization(r, "execute-api", "apigateway"),
                r -> authorization(r, "20261101", "20261102"),
                r -> authorization(r, "AKIDEXAMPLE", "AKIDEXAMPLF"),
                r -> authorization(r, "content-type;", ""),
                r -> authorization(r, "x-amz-target", "x-amz-tarjet"),
                r -> authorization(r, "Signature=", "Signature=0"),
                r -> more(r, "Content-Type", "text/plain"),
                r -> more(r, "X-Amz-Extra", "1"),
                r -> more(r, "Host", "b.example"));
    }

    private static SignedRequest more(SignedRequest request, String name, String value) {
        List<Header> headers = new ArrayList<>(request.headers());
        headers.add(new Header(name, value));
        return with(request, headers);
    }

    private static SignedRequest header(SignedRequest request, String name, String value) {
        return with(
                request,
                request.headers().stream()
                        .map(header -> header.is(name) ? new Header(name, value) : header)
                        .toList());
    }

    private static SignedRequest authorization(SignedRequest request, String from, String to) {
        return with(
                request,
                request.headers().stream()
                        .map(header -> header.is("Authorization")
                                ? new Header("Authorization", header.value().replace(from, to))
                                : header)
                        .toList());
    }

    private static SignedRequest with(SignedRequest request, List<Header> headers) {
        return new SignedRequest(
                request.method(), request.rawPath(), request.rawQuery(), headers, request.payloadSha256());
    }

    private static SdkHttpRequest randomRequest(Random random) {
        SdkHttpMethod[] methods = {SdkHttpMethod.GET, SdkHttpMethod.PUT, SdkHttpMethod.PATCH, SdkHttpMethod.DELETE};
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(methods[random.nextInt(methods.length)])
                .protocol("http")
                .host("localhost")
                .port(random.nextBoolean() ? 80 : 4566)
                .encodedPath(path(random));
        for (int i = random.nextInt(5); i > 0; i--) {
            request.appendRawQueryParameter("q" + text(random, 6), text(random, 10));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            request.appendHeader("h" + random.nextInt(3), "  " + ascii(random, 6) + "   " + ascii(random, 6) + " ");
        }
        return request.build();
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            path.append('/').append(PercentCode.encode(bytes(text(random, 8)), false));
        }
        return path.append(random.nextInt(4) == 0 ? "/" : "")
                .insert(0, path.isEmpty() ? "/" : "")
                .toString();
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String ascii(Random random, int most) {
        return random.ints(random.nextInt(most) + 1, 0x21, 0x7F)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String text(Random random, int most) {
        String alphabet = "abcXYZ019-._~ +%/:@!$&'()*,;=?#[]{}|\\^\"<>äß日本\uD83D\uDE00";
        int[] points = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder("s");
        for (int i = random.nextInt(most); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
