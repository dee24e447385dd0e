// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import static io.gatehouse.contract.sigv4.Signed.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.sigv4.SignedRequest.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Believing without verifying. */
final class CredentialScopeTest {

    @Test
    void anAccessKeyOfTwelveDigitsIsItsAccount() {
        assertThat(claim("111122223333"))
                .isEqualTo(new Verdict.Accepted(new Identity(
                        "111122223333", "111122223333", "eu-west-1", "execute-api", "arn:aws:iam::111122223333:root")));
    }

    @Test
    void anyOtherAccessKeyIsOfTheDefaultAccount() {
        for (String key : List.of("test", "11112222333", "1111222233334", "11112222333x")) {
            assertThat(claim(key))
                    .isEqualTo(new Verdict.Accepted(new Identity(
                            key, "000000000000", "eu-west-1", "execute-api", "arn:aws:iam::000000000000:root")));
        }
    }

    @Test
    void aPresignedRequestIsBelievedToo() {
        SignedRequest signed = Signed.presigned(Signed.get("https://a.example/").build(), Duration.ofHours(1));
        assertThat(CredentialScope.parse(signed.headers(), signed.rawQuery()))
                .isEqualTo(new Verdict.Accepted(new Identity(
                        "AKIDEXAMPLE", "000000000000", "eu-west-1", "execute-api", "arn:aws:iam::000000000000:root")));
    }

    @Test
    void whatCannotBeReadIsRefusedEvenHere() {
        assertThat(refusal(CredentialScope.parse(List.of(), null)).kind())
                .isEqualTo(Verdict.Kind.MISSING_AUTHENTICATION_TOKEN);
        assertThat(refusal(CredentialScope.parse(List.of(new Header("Authorization", "Bearer abc")), null))
                        .kind())
                .isEqualTo(Verdict.Kind.INCOMPLETE_SIGNATURE);
        assertThat(refusal(claim("a b")).kind()).isEqualTo(Verdict.Kind.INCOMPLETE_SIGNATURE);
        assertThat(refusal(claim("a/b")).kind()).isEqualTo(Verdict.Kind.INCOMPLETE_SIGNATURE);
    }

    @Test
    void tooManyHeadersAreRefusedEvenHere() {
        List<Header> headers = new ArrayList<>(java.util.Collections.nCopies(1_000, new Header("a", "b")));
        assertThat(refusal(CredentialScope.parse(headers, null)).kind()).isEqualTo(Verdict.Kind.INVALID_SIGNATURE);
    }

    private static Verdict claim(String accessKeyId) {
        return CredentialScope.parse(
                List.of(
                        new Header("X-Amz-Date", "20200101T000000Z"),
                        new Header(
                                "authorization",
                                "AWS4-HMAC-SHA256 Credential=" + accessKeyId
                                        + "/20200101/eu-west-1/execute-api/aws4_request, SignedHeaders=host, Signature=x")),
                null);
    }
}
