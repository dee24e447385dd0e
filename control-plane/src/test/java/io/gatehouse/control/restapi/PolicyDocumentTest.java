// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.Caller;
import io.gatehouse.control.aws.error.BadRequestException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {
    private static final Caller CALLER = new Caller("key", "123456789012", "eu-west-1");

    @Test
    void aShortResourceIsMadeWholeAndAListOfOneIsMadePlain() {
        String policy = """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": ["execute-api:/*"]}
                ]}""";

        assertThat(expanded(policy, "a1b2c3d4e5"))
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
                        + "\"Action\":\"execute-api:Invoke\","
                        + "\"Resource\":\"arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/*\"}]}");
    }

    @Test
    void aWholeResourceStaysAndAListOfTwoStaysAList() {
        String policy = "{\"Statement\":{\"NotResource\":[\"arn:aws:execute-api:x\",\"execute-api:/prod/GET/*\"]}}";

        assertThat(expanded(policy, "api"))
                .isEqualTo("{\"Statement\":{\"NotResource\":[\"arn:aws:execute-api:x\","
                        + "\"arn:aws:execute-api:eu-west-1:123456789012:api/prod/GET/*\"]}}");
    }

    @Test
    void answersCarryItEscapedOnceMore() {
        assertThat(PolicyDocument.escaped("{\"a\":\"b\\\\c\"}")).isEqualTo("{\\\"a\\\":\\\"b\\\\\\\\c\\\"}");
    }

    @Test
    void anEmptyPolicyIsNone() {
        assertThat(PolicyDocument.parsed("")).isNull();
        assertThat(PolicyDocument.parsed(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "[]", "{}", "\"text\"", "{\"Statement\":[1]}", "{\"Statement\":\"x\"}"})
    void whatIsNoPolicyIsRefused(String policy) {
        assertThatThrownBy(() -> PolicyDocument.parsed(policy))
                .isInstanceOf(BadRequestException.class)
                .hasMessageStartingWith("Invalid policy document.");
    }

    @Test
    void aCopyNamesItsOwnApi() {
        String policy = expanded("{\"Statement\":{\"Resource\":[\"execute-api:/*\",\"arn:aws:s3:::old\"]}}", "old");

        assertThat(PolicyDocument.moved(policy, CALLER, "old", "new"))
                .isEqualTo("{\"Statement\":{\"Resource\":"
                        + "[\"arn:aws:execute-api:eu-west-1:123456789012:new/*\",\"arn:aws:s3:::old\"]}}");
    }

    private static String expanded(String policy, String apiId) {
        return PolicyDocument.expanded(Objects.requireNonNull(PolicyDocument.parsed(policy)), CALLER, apiId);
    }
}
