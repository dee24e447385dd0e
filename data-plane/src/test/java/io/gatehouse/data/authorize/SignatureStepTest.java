// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.sigv4.Credential;
import io.gatehouse.contract.sigv4.Credentials;
import io.gatehouse.data.pipeline.Caller;
import io.gatehouse.data.pipeline.Exchange;
import io.gatehouse.data.pipeline.Exchanges;
import io.gatehouse.data.pipeline.FakeInbound;
import io.gatehouse.data.pipeline.FaultException;
import io.gatehouse.data.pipeline.Step;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

final class SignatureStepTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    private static final Credentials CREDENTIALS = accessKey -> switch (accessKey) {
        case "test" -> new Credential("test", "secret", "000000000000", "tess", null);
        case "111111111111" -> new Credential("111111111111", "secret", "111111111111", "other", null);
        default -> null;
    };

    private final SignatureStep step = new SignatureStep(new Signatures(CREDENTIALS, NOW), 1_000_000);

    @Test
    void aSignedRequestIsAdmittedAndItsCallerAndBodyKnown() {
        Exchange exchange = Exchanges.of(signed("test", "secret", NOW, "{\"a\":1}"));
        assertThat(step.apply(exchange)).isSameAs(Step.DONE);
        assertThat(exchange.caller())
                .isEqualTo(new Caller("test", "000000000000", "arn:aws:iam::000000000000:user/tess"));
        assertThat(exchange.body()).hasToString("{\"a\":1}");
    }

    @Test
    void anUnsignedRequestLacksAToken() {
        FaultException fault = refused(FakeInbound.request("POST", "/pets").body("x"));
        assertThat(fault.kind()).isEqualTo(FaultKind.MISSING_AUTHENTICATION_TOKEN);
        assertThat(refused(FakeInbound.get("/pets?a=%20")).kind()).isEqualTo(FaultKind.MISSING_AUTHENTICATION_TOKEN);
    }

    @Test
    void anotherBodyThanTheSignedOneIsRefused() {
        FaultException fault =
                refused(signed("test", "secret", NOW, "{\"a\":1}").body("{\"a\":2}"));
        assertThat(fault.kind()).isEqualTo(FaultKind.INVALID_SIGNATURE);
        assertThat(fault.errorType()).isEqualTo("InvalidSignatureException");
    }

    @Test
    void aWrongSecretIsRefused() {
        assertThat(refused(signed("test", "guess", NOW, "")).errorType()).isEqualTo("InvalidSignatureException");
    }

    @Test
    void anUnknownKeyIsRefused() {
        FaultException fault = refused(signed("AKIDSTRANGER", "secret", NOW, ""));
        assertThat(fault.errorType()).isEqualTo("UnrecognizedClientException");
        assertThat(fault.clientMessage()).isEqualTo("The security token included in the request is invalid.");
    }

    @Test
    void anOldSignatureHasExpired() {
        FaultException fault = refused(signed("test", "secret", Clock.offset(NOW, Duration.ofMinutes(-6)), ""));
        assertThat(fault.errorType()).isEqualTo("InvalidSignatureException");
        assertThat(fault.clientMessage()).startsWith("Signature expired: 20261101T115400Z is now earlier than");
    }

    @Test
    void anAuthorizationThatIsNoSignatureIsIncomplete() {
        FaultException fault = refused(FakeInbound.get("/pets").header("Authorization", "Bearer abc"));
        assertThat(fault.errorType()).isEqualTo("IncompleteSignatureException");
    }

    @Test
    void aCallerOfAnotherAccountIsDeniedByName() {
        FaultException fault = refused(signed("111111111111", "secret", NOW, ""));
        assertThat(fault.kind()).isEqualTo(FaultKind.ACCESS_DENIED);
        assertThat(fault.clientMessage())
                .isEqualTo("User: arn:aws:iam::111111111111:user/other is not authorized to perform: execute-api:Invoke"
                        + " on resource: arn:aws:execute-api:us-east-1:********0000:abc123/prod/POST/pets");
    }

    @Test
    void aRequestThatNoRouteTakesLacksATokenHoweverItIsSigned() {
        UnmatchedStep unmatched = new UnmatchedStep(new Signatures(CREDENTIALS, NOW));
        for (FakeInbound inbound : new FakeInbound[] {
            FakeInbound.get("/pets"), signed("test", "secret", NOW, ""), signed("AKIDSTRANGER", "secret", NOW, "")
        }) {
            assertThat(refused(unmatched, inbound).kind()).isEqualTo(FaultKind.MISSING_AUTHENTICATION_TOKEN);
        }
        assertThat(refused(unmatched, FakeInbound.get("/pets").header("Authorization", "Bearer abc"))
                        .errorType())
                .isEqualTo("IncompleteSignatureException");
    }

    private FaultException refused(FakeInbound inbound) {
        return refused(step, inbound);
    }

    private static FaultException refused(Step step, FakeInbound inbound) {
        FaultException fault = catchThrowableOfType(FaultException.class, () -> step.apply(Exchanges.of(inbound)));
        assertThat(fault).isNotNull();
        return fault;
    }

    private static FakeInbound signed(String accessKey, String secret, Clock clock, String body) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .protocol("https")
                .host("abc123.execute-api.localhost")
                .encodedPath("/prod/pets")
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(AwsCredentialsIdentity.create(accessKey, secret))
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock));
        FakeInbound inbound = FakeInbound.request("POST", "/pets").body(body);
        signed.request().forEachHeader((name, values) -> values.forEach(value -> inbound.header(name, value)));
        return inbound;
    }
}
