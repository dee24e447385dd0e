// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import static io.gatehouse.contract.sigv4.Signed.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.sigv4.SignedRequest.Header;
import io.gatehouse.contract.sigv4.Verdict.Kind;
import io.gatehouse.contract.sigv4.Verdict.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** AWS's sentence for each way in which a claim can be wrong. */
final class RefusalTest {

    private static final String GOOD =
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261101/eu-west-1/execute-api/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);
    private static final String PRESIGNED = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261101"
            + "%2Feu-west-1%2Fexecute-api%2Faws4_request&X-Amz-Date=20261101T120000Z&X-Amz-Expires=60"
            + "&X-Amz-SignedHeaders=host&X-Amz-Signature=" + "0".repeat(64);

    @Test
    void noClaimAtAllIsAMissingToken() {
        assertThat(verify(null))
                .isEqualTo(new Refused(Kind.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token"));
        assertThat(verify("a=b&X-Amz-Signature=1"))
                .extracting(Refused::kind)
                .isEqualTo(Kind.MISSING_AUTHENTICATION_TOKEN);
        assertThat(verify(null, "Authorization: "))
                .extracting(Refused::kind)
                .isEqualTo(Kind.MISSING_AUTHENTICATION_TOKEN);
    }

    @Test
    void eachMissingMemberOfTheHeaderIsNamed() {
        assertThat(refusal(Signed.verifier().verify(request(null, "Host: a", "Authorization: AWS4-HMAC-SHA256"))))
                .isEqualTo(new Refused(
                        Kind.INCOMPLETE_SIGNATURE,
                        "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature'"
                                + " parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header"
                                + " requires existence of either a 'X-Amz-Date' or a 'Date' header. (Hashed with SHA-256 and"
                                + " encoded with Base64) Authorization=" + fingerprint("AWS4-HMAC-SHA256")));
        String unsigned = GOOD.replaceAll(", Signature=.*", "");
        assertThat(verify(null, "Authorization: " + unsigned).message())
                .isEqualTo("Authorization header requires 'Signature' parameter. (Hashed with SHA-256 and encoded with"
                        + " Base64) Authorization=" + fingerprint(unsigned));
    }

    @Test
    void anotherSchemeIsAnIncompleteSignature() {
        assertThat(verify(null, "Authorization: Bearer abc"))
                .isEqualTo(new Refused(
                        Kind.INCOMPLETE_SIGNATURE,
                        "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and"
                                + " encoded with Base64): '" + fingerprint("Bearer abc") + "'."));
        assertThat(verify(null, "Authorization: key=1").message())
                .isEqualTo(
                        "Authorization header must begin with the algorithm name, which cannot include an equal-sign");
    }

    @Test
    void eachMissingParameterOfThePresignedFormIsNamed() {
        assertThat(verify("X-Amz-Algorithm=&X-Amz-Date=20261101T120000Z&X-Amz-SignedHeaders=host"))
                .isEqualTo(new Refused(
                        Kind.INCOMPLETE_SIGNATURE,
                        "AWS query-string parameters must include 'X-Amz-Algorithm'. AWS query-string parameters must include"
                                + " 'X-Amz-Credential'. AWS query-string parameters must include 'X-Amz-Signature'."
                                + " Re-examine the query-string parameters."));
    }

    @Test
    void bothFormsAtOnceAreRefused() {
        assertThat(verify(PRESIGNED, "Authorization: " + GOOD))
                .isEqualTo(new Refused(
                        Kind.INVALID_SIGNATURE,
                        "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."));
    }

    @Test
    void aDateThatCannotBeReadIsQuoted() {
        for (String date : List.of("2026-11-01T12:00:00Z", "20261301T120000Z", "20261101T120060Z", "x", "")) {
            Refused refused = refusal(Signed.verifier()
                    .verify(request(null, "Host: a", "Authorization: " + GOOD, "X-Amz-Date: " + date)));
            assertThat(refused)
                    .isEqualTo(new Refused(
                            Kind.INCOMPLETE_SIGNATURE,
                            "Date must be in ISO-8601 'basic format'. Got '" + date
                                    + "'. See http://en.wikipedia.org/wiki/ISO_8601"));
        }
    }

    @Test
    void aSignatureHoldsFiveMinutesBothWays() {
        SignedRequest signed = Signed.byHeader(Signed.get("https://a.example/").build(), new byte[0]);
        for (long good : List.of(-300L, 0L, 300L)) {
            assertThat(Signed.verifierAt(Signed.NOW.plusSeconds(good)).verify(signed))
                    .isInstanceOf(Verdict.Accepted.class);
        }
        assertThat(refusal(Signed.verifierAt(Signed.NOW.plusSeconds(301)).verify(signed)))
                .isEqualTo(
                        new Refused(
                                Kind.SIGNATURE_EXPIRED,
                                "Signature expired: 20261101T120000Z is now earlier than 20261101T120001Z (20261101T120501Z - 5 min.)"));
        assertThat(refusal(Signed.verifierAt(Signed.NOW.minusSeconds(301)).verify(signed)))
                .isEqualTo(new Refused(
                        Kind.SIGNATURE_EXPIRED,
                        "Signature not yet current: 20261101T120000Z is still later than 20261101T115959Z (20261101T115459Z"
                                + " + 5 min.)"));
    }

    @Test
    void aPresignedRequestHoldsAsLongAsItSays() {
        SignedRequest signed = Signed.presigned(Signed.get("https://a.example/").build(), Duration.ofSeconds(61));
        assertThat(Signed.verifierAt(Signed.NOW.plusSeconds(61)).verify(signed)).isInstanceOf(Verdict.Accepted.class);
        assertThat(refusal(Signed.verifierAt(Signed.NOW.plusSeconds(62)).verify(signed))
                        .message())
                .isEqualTo(
                        "Signature expired: 20261101T120000Z is now earlier than 20261101T120001Z (20261101T120102Z - 61"
                                + " sec.)");
        assertThat(refusal(Signed.verifierAt(Signed.NOW.minusSeconds(301)).verify(signed))
                        .kind())
                .isEqualTo(Kind.SIGNATURE_EXPIRED);
    }

    @Test
    void aValidityOutsideOneSecondToOneWeekIsRefused() {
        for (String expires : List.of("0", "604801", "-1", "1e3", "", "99999999999999999999", "%D9%A1")) {
            Refused refused = verify(PRESIGNED.replace("Expires=60", "Expires=" + expires));
            assertThat(refused.kind()).as(expires).isEqualTo(Kind.INCOMPLETE_SIGNATURE);
            assertThat(refused.message()).startsWith("X-Amz-Expires ");
        }
        assertThat(verify(PRESIGNED.replace("Expires=60", "Expires=604800")).kind())
                .isEqualTo(Kind.INVALID_SIGNATURE);
    }

    @Test
    void hostMustBeSigned() {
        for (String names : List.of("x-amz-date", "")) {
            assertThat(verify(null, "Authorization: " + GOOD.replace("host;x-amz-date", names)))
                    .isEqualTo(new Refused(
                            Kind.INVALID_SIGNATURE,
                            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."));
        }
    }

    @Test
    void anUnsignedAmzHeaderIsRefusedUnlessItProvesItself() {
        SignedRequest signed = Signed.byHeader(Signed.get("https://a.example/").build(), new byte[0]);
        assertThat(refusal(Signed.verifier().verify(with(signed, "X-AMZ-Invocation-Type", "Event"))))
                .isEqualTo(new Refused(
                        Kind.ACCESS_DENIED,
                        "There were headers present in the request which were not signed: x-amz-invocation-type"));
        for (SignedRequest fine : List.of(
                with(signed, "X-Amz-Cf-Id", "x"),
                with(signed, "X-Amzn-Trace-Id", "Root=1"),
                with(signed, "X-Forwarded-For", "192.0.2.1"))) {
            assertThat(Signed.verifier().verify(fine)).isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Test
    void theAlgorithmIsChecked() {
        assertThat(verify(null, "Authorization: " + GOOD.replace("SHA256", "SHA512")))
                .isEqualTo(new Refused(
                        Kind.INCOMPLETE_SIGNATURE,
                        "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA512' (only AWS4-HMAC-SHA256 for now). "));
    }

    @Test
    void aCredentialHasFiveElements() {
        for (String credential :
                List.of("a/b/c/d", "a/b/c/d/e/f", "/20261101/eu-west-1/execute-api/aws4_request", "a")) {
            assertThat(verify(
                            null, "Authorization: " + GOOD.replaceAll("Credential=[^,]*", "Credential=" + credential)))
                    .isEqualTo(new Refused(
                            Kind.INCOMPLETE_SIGNATURE,
                            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got"
                                    + " '" + credential + "'"));
        }
    }

    @Test
    void eachFaultOfTheScopeIsNamed() {
        String wrong = GOOD.replace("20261101/eu-west-1/execute-api/aws4_request", "20261102/eu-west-2/s3/aws5");
        assertThat(verify(null, "Authorization: " + wrong))
                .isEqualTo(new Refused(
                        Kind.INVALID_SIGNATURE,
                        "Credential should be scoped to a valid region. Credential should be scoped to correct service:"
                                + " 'execute-api'. Credential should be scoped with a valid terminator: 'aws4_request', not"
                                + " 'aws5'. Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
                                + " HTTP: '20261102' != '20261101', from '20261101T120000Z'. "));
    }

    @Test
    void anUnknownKeyIsAnUnrecognizedClient() {
        assertThat(verify(null, "Authorization: " + GOOD.replace("AKIDEXAMPLE", "AKIDOTHER")))
                .isEqualTo(new Refused(
                        Kind.UNRECOGNIZED_CLIENT, "The security token included in the request is invalid."));
    }

    @Test
    void aWrongSignatureIsToldWithoutTheRightOne() {
        Refused mismatch = new Refused(
                Kind.INVALID_SIGNATURE,
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access"
                        + " Key and signing method. Consult the service documentation for details.");
        assertThat(verify(null, "Authorization: " + GOOD)).isEqualTo(mismatch);
        assertThat(verify(PRESIGNED)).isEqualTo(mismatch);
    }

    @Test
    void anUnsignedPayloadIsNotHonoured() {
        SignedRequest unsigned = Signed.withUnsignedPayload("https://a.example/");
        assertThat(unsigned.headers()).contains(new Header("x-amz-content-sha256", "UNSIGNED-PAYLOAD"));
        assertThat(refusal(Signed.verifier().verify(unsigned)).kind()).isEqualTo(Kind.INVALID_SIGNATURE);
    }

    @Test
    void aDeclaredHashThatIsNotTheBodysIsRefused() {
        String declared = PayloadHash.of("other".getBytes(StandardCharsets.UTF_8));
        SignedRequest signed = Signed.byHeader(Signed.get("https://a.example/").build(), new byte[0]);
        List<Header> headers = new ArrayList<>(signed.headers());
        headers.removeIf(header -> header.is("x-amz-content-sha256"));
        headers.add(new Header("x-amz-content-sha256", declared));
        SignedRequest changed = new SignedRequest("GET", "/", null, headers, PayloadHash.EMPTY);
        assertThat(refusal(Signed.verifier().verify(changed)).kind()).isEqualTo(Kind.INVALID_SIGNATURE);
    }

    private static Refused verify(@Nullable String query, String... more) {
        List<String> headers = new ArrayList<>(List.of("Host: a.example", "X-Amz-Date: 20261101T120000Z"));
        headers.addAll(Arrays.asList(more));
        return refusal(Signed.verifier().verify(request(query, headers.toArray(String[]::new))));
    }

    private static SignedRequest request(@Nullable String query, String... headers) {
        List<Header> lines = new ArrayList<>();
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            lines.add(new Header(parts[0], parts[1]));
        }
        return new SignedRequest("GET", "/", query, lines, PayloadHash.EMPTY);
    }

    private static SignedRequest with(SignedRequest request, String name, String value) {
        List<Header> headers = new ArrayList<>(request.headers());
        headers.add(new Header(name, value));
        return new SignedRequest(
                request.method(), request.rawPath(), request.rawQuery(), headers, request.payloadSha256());
    }

    /** Base64 of the SHA-256, computed apart from the code under test's own helper. */
    private static String fingerprint(String authorization) {
        byte[] digest =
                java.util.HexFormat.of().parseHex(PayloadHash.of(authorization.getBytes(StandardCharsets.UTF_8)));
        return java.util.Base64.getEncoder().encodeToString(digest);
    }
}
