// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogDestinationTest {

    @ParameterizedTest
    @CsvSource({
        "arn:aws:logs:us-east-1:123456789012:log-group:access, access",
        "arn:aws-cn:logs:cn-north-1:123456789012:log-group:/aws/apigateway/prod, /aws/apigateway/prod",
        "arn:aws:firehose:us-east-1:123456789012:deliverystream/amazon-apigateway-mine, mine"
    })
    void aDestinationIsTheNameOfALog(String arn, String name) {
        assertThat(LogDestination.logName(arn)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "access | Invalid ARN specified in the request. ARNs must start with 'arn:': access",
                "arn:aws:logs:x | Invalid ARN specified in the request: arn:aws:logs:x",
                "arn:aws:logs:us-east-1:1:log-group:a:* | Access log destination must only contain characters a-z, A-Z, 0-9,"
                        + " '_', '-', '/', '.': 'log-group:a:*'",
                "arn:aws:logs:us-east-1:1:log-group: | Access log destination must only contain characters a-z, A-Z, 0-9, '_',"
                        + " '-', '/', '.': 'log-group:'",
                "arn:aws:logs:us-east-1:1:log-stream:a | Access log destination must be",
                "arn:aws:s3:us-east-1:1:bucket | Access log destination must be",
                "arn:aws:firehose:us-east-1:1:deliverystream/mine | Access log destination must be",
                "arn:aws:firehose:us-east-1:1:deliverystream/amazon-apigateway-a/b | Access log destination must be"
            })
    void whatIsNoDestinationIsRefused(String arn, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogDestination.logName(arn))
                .withMessageStartingWith(message);
    }
}
