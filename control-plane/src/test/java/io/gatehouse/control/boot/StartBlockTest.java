// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.control.aws.gate.ManagementAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartBlockTest {

    @Test
    void saysWhereEverythingIs() {
        assertThat(block("127.0.0.1").text(false))
                .startsWith("Gatehouse 1.2.3 is ready after 1.50 s\n")
                .contains("endpoint   http://localhost:4566\n")
                .contains("traffic    http://localhost:4580\n")
                .contains("data       /data\n")
                .contains("database   jdbc:h2:file:/data/gatehouse\n")
                .contains("security   loopback: any signed call is accepted\n");
    }

    @Test
    void saysWhenTheTrafficPortSpeaksTls() {
        assertThat(block("127.0.0.1", true).text(false)).contains("traffic    https://localhost:4580\n");
    }

    @Test
    void hasALineToPasteForEachClient() {
        assertThat(block("127.0.0.1").text(false).lines())
                .anyMatch(line -> line.contains("boto3.client('apigateway', endpoint_url='http://localhost:4566'"))
                .anyMatch(line -> line.contains("AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test")
                        && line.contains("aws --endpoint-url http://localhost:4566 apigateway get-rest-apis"))
                .anyMatch(line -> line.strip().equals("apigateway = \"http://localhost:4566\""));
    }

    @Test
    void onlyATerminalGetsColours() {
        assertThat(block("127.0.0.1").text(false)).doesNotContain("\u001B");
        assertThat(block("127.0.0.1").text(true)).contains("\u001B");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0,localhost", "::,localhost", "::1,localhost", "192.0.2.7,192.0.2.7", "2001:db8::7,[2001:db8::7]"
    })
    void theEndpointCanBeConnectedTo(String host, String shown) {
        assertThat(block(host).text(false)).contains("http://" + shown + ":4566\n");
    }

    private static StartBlock block(String host) {
        return block(host, false);
    }

    private static StartBlock block(String host, boolean tls) {
        return new StartBlock(
                "1.2.3",
                host,
                4566,
                new StartBlock.Traffic(4580, tls),
                Path.of("/data").toString(),
                "jdbc:h2:file:/data/gatehouse",
                ManagementAccess.of("127.0.0.1", Optional.empty()),
                Duration.ofMillis(1500));
    }
}
