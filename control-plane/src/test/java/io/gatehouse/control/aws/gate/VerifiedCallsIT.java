// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.Calls;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayException;
import software.amazon.awssdk.services.apigateway.model.CreateRestApiResponse;

/** Calls of a real client, verified against a file of access keys. */
@QuarkusTest
@TestProfile(VerifiedCallsIT.KeysOfAFile.class)
class VerifiedCallsIT {

    /** A program that knows one key. */
    public static final class KeysOfAFile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path file = Files.createTempFile("gatehouse-credentials", ".ini");
                file.toFile().deleteOnExit();
                Files.writeString(file, """
                        [ann]
                        aws_access_key_id = AKIAANN
                        aws_secret_access_key = right
                        aws_account_id = 222233334444
                        """);
                return Map.of("gatehouse.credentials", file.toString());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    @TestHTTPResource("/")
    URI endpoint = URI.create("http://localhost");

    @Test
    void aCallSignedByAKnownKeyIsLetIn() {
        try (ApiGatewayClient client = client("AKIAANN", "right")) {
            CreateRestApiResponse api =
                    client.createRestApi(request -> request.name("a  b/c").description("\u00fc"));
            assertThat(client.getRestApi(request -> request.restApiId(api.id())).name())
                    .isEqualTo("a  b/c");
            assertThat(client.getResources(
                                    request -> request.restApiId(api.id()).embed("methods"))
                            .items())
                    .hasSize(1);
            assertThat(client.getRestApis(request -> request.limit(1).position(""))
                            .items())
                    .hasSize(1);
        }
    }

    @Test
    void aWrongSecretIsRefused() {
        try (ApiGatewayClient client = client("AKIAANN", "wrong")) {
            assertThatThrownBy(client::getRestApis).isInstanceOfSatisfying(ApiGatewayException.class, refusal -> {
                assertThat(refusal.statusCode()).isEqualTo(403);
                assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
                assertThat(refusal.requestId()).isNotBlank();
            });
        }
    }

    @Test
    void anUnknownKeyIsRefused() {
        try (ApiGatewayClient client = client("test", "test")) {
            assertThatThrownBy(client::getRestApis)
                    .isInstanceOfSatisfying(
                            ApiGatewayException.class,
                            refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                    .isEqualTo("UnrecognizedClientException"));
        }
    }

    @Test
    void aSignatureThatSaysAnythingIsNotEnough() {
        Calls.signed().get("/restapis").then().statusCode(403);
    }

    @Test
    void theClientShowsAnOperationThatIsMissingByName() {
        try (ApiGatewayClient client = client("AKIAANN", "right")) {
            assertThatThrownBy(client::getSdkTypes).isInstanceOfSatisfying(ApiGatewayException.class, refusal -> {
                assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("NotImplementedException");
                assertThat(refusal.awsErrorDetails().errorMessage()).startsWith("GetSdkTypes is not supported");
            });
        }
    }

    private ApiGatewayClient client(String accessKey, String secret) {
        return ApiGatewayClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secret)))
                .httpClientBuilder(ApacheHttpClient.builder())
                .build();
    }
}
