// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import static io.gatehouse.contract.sigv4.Signed.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gatehouse.contract.sigv4.SignedRequest.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the verifier answers with a refusal, soon. */
final class HostileInputTest {

    private static final SignedRequest GOOD = Signed.byHeader(
            Signed.get("https://a.example/x?a=b").putHeader("X-One", "1").build(), new byte[0]);

    @Test
    void aHeaderThatMayComeOnlyOnceIsRefusedTwice() {
        for (Header header : GOOD.headers()) {
            if (header.is("X-One") || header.is("x-amz-content-sha256")) {
                continue;
            }
            List<Header> headers = new ArrayList<>(GOOD.headers());
            headers.add(header);
            assertThat(Signed.verifier().verify(withHeaders(headers)))
                    .as(header.name())
                    .isInstanceOf(Verdict.Refused.class);
        }
        List<Header> repeated = new ArrayList<>(GOOD.headers());
        repeated.add(new Header("authorization", "Bearer x"));
        assertThat(refusal(Signed.verifier().verify(withHeaders(repeated))).kind())
                .isEqualTo(Verdict.Kind.INCOMPLETE_SIGNATURE);
    }

    @Test
    void aParameterThatMayComeOnlyOnceIsRefusedTwice() {
        SignedRequest signed =
                Signed.presigned(Signed.get("https://a.example/x").build(), Duration.ofHours(1));
        String query = String.valueOf(signed.rawQuery());
        for (String parameter : query.split("&")) {
            SignedRequest request =
                    new SignedRequest("GET", "/x", query + "&" + parameter, signed.headers(), signed.payloadSha256());
            assertThat(Signed.verifier().verify(request)).as(parameter).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void sizesAreBounded() {
        String manyNames =
                IntStream.range(0, 5_000).mapToObj(i -> "h" + i).collect(Collectors.joining(";", "host;", ""));
        List<SignedRequest> requests = new ArrayList<>();
        requests.add(authorization(value -> value.replace("SignedHeaders=", "SignedHeaders=" + manyNames + ";")));
        requests.add(authorization(value -> value + ",x=" + "y".repeat(20_000)));
        requests.add(authorization(value -> value + ",=".repeat(5_000)));
        requests.add(withHeaders(Collections.nCopies(100_000, new Header("x", "y"))));
        requests.add(withHeaders(List.of(new Header("Authorization", "x".repeat(50_000_000)))));
        requests.add(new SignedRequest("GET", "/x", "a=b&".repeat(1_000_000), GOOD.headers(), GOOD.payloadSha256()));
        requests.add(new SignedRequest("GET", "/x", "&".repeat(60_000), GOOD.headers(), GOOD.payloadSha256()));
        requests.add(new SignedRequest("GET", "/.".repeat(1_000_000), "a=b", GOOD.headers(), GOOD.payloadSha256()));
        SignatureVerifier verifier = Signed.verifier();
        for (SignedRequest request : requests) {
            long start = System.nanoTime();
            assertThat(verifier.verify(request)).isInstanceOf(Verdict.Refused.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void charactersThatNoWireCarriesAreRefused() {
        for (String odd : List.of("日", "\n", "\uD83D", "\u0000")) {
            assertThat(Signed.verifier().verify(withHeaders(replaced("X-One", "1" + odd + "2"))))
                    .isInstanceOf(Verdict.Refused.class);
            assertThat(Signed.verifier()
                            .verify(new SignedRequest("GET", "/" + odd, odd, GOOD.headers(), GOOD.payloadSha256())))
                    .isInstanceOf(Verdict.Refused.class);
            assertThat(Signed.verifier()
                            .verify(new SignedRequest("GET" + odd, "/x", "a=b", GOOD.headers(), GOOD.payloadSha256())))
                    .isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void randomDamageNeverGetsThroughNorThrows() {
        Random random = new Random(4);
        SignatureVerifier verifier = Signed.verifier();
        String value = GOOD.headers().stream()
                .filter(header -> header.is("Authorization"))
                .findFirst()
                .orElseThrow()
                .value();
        for (int i = 0; i < 5_000; i++) {
            StringBuilder damaged = new StringBuilder(value);
            for (int changes = random.nextInt(3) + 1; changes > 0; changes--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.setCharAt(at, (char) random.nextInt(300));
                    case 1 -> damaged.deleteCharAt(at);
                    default -> damaged.insert(at, "=,/; %\t".charAt(random.nextInt(7)));
                }
            }
            SignedRequest request = withHeaders(replaced("Authorization", damaged.toString()));
            if (!meansTheSame(value, damaged.toString())) {
                assertThat(verifier.verify(request)).as(damaged.toString()).isInstanceOf(Verdict.Refused.class);
            }
            assertThatCode(() -> CredentialScope.parse(request.headers(), damaged.toString()))
                    .doesNotThrowAnyException();
        }
    }

    /** Separators may be repeated or swapped for each other, and a parameter that nobody knows may be added. */
    private static boolean meansTheSame(String one, String other) {
        List<String> parts = List.of(other.strip().split("[, \t]+"));
        return parts.containsAll(List.of(one.split("[, \t]+")));
    }

    private static SignedRequest authorization(java.util.function.UnaryOperator<String> change) {
        return withHeaders(GOOD.headers().stream()
                .map(header ->
                        header.is("Authorization") ? new Header(header.name(), change.apply(header.value())) : header)
                .toList());
    }

    private static List<Header> replaced(String name, String value) {
        return GOOD.headers().stream()
                .map(header -> header.is(name) ? new Header(name, value) : header)
                .toList();
    }

    private static SignedRequest withHeaders(List<Header> headers) {
        return new SignedRequest("GET", "/x", "a=b", headers, GOOD.payloadSha256());
    }
}
