// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.BadRequestException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {

    private final Ids ids = new Ids(() -> "fresh00000");

    @Test
    void freshIdentifiersAreTenCharactersOfLettersAndDigitsAndDiffer() {
        SecureIdSource source = new SecureIdSource();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(source.next());
        }
        assertThat(seen).hasSize(1000).allMatch(id -> id.matches("[a-z0-9]{10}"));
    }

    @Test
    void tagsChooseAnIdentifierAndOurOwnTagWins() {
        assertThat(ids.chosenBy(null)).isEqualTo("fresh00000");
        assertThat(ids.chosenBy(Map.of("team", "x"))).isEqualTo("fresh00000");
        assertThat(ids.chosenBy(Map.of("_custom_id_", "my-api"))).isEqualTo("my-api");
        assertThat(ids.chosenBy(Map.of("_custom_id_", "a", "gatehouse:id", "b")))
                .isEqualTo("b");
    }

    @Test
    void aChosenIdentifierThatNoHostNameCanHoldIsRefused() {
        for (String id : List.of("", "A", "a_b", "-a", "a-", "a.b", "a/b", "a".repeat(64))) {
            assertThatThrownBy(() -> ids.chosenBy(Map.of("gatehouse:id", id)))
                    .as(id)
                    .isInstanceOf(BadRequestException.class);
        }
    }

    @Test
    void onlyAnAccessKeyOfTwelveDigitsIsAnAccount() {
        assertThat(Caller.of("123456789012", "eu-west-1").accountId()).isEqualTo("123456789012");
        for (String key : List.of("test", "12345678901", "1234567890123", "12345678901x")) {
            assertThat(Caller.of(key, "eu-west-1").accountId()).isEqualTo("000000000000");
        }
    }

    @Test
    void tagsAreSortedAndBounded() {
        assertThat(Tags.checked(null)).isEmpty();
        assertThat(Tags.checked(Map.of("b", "2", "a", "1")).keySet()).containsExactly("a", "b");
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 51; i++) {
            many.put("k" + i, "v");
        }
        List<Map<String, String>> wrong = List.of(
                many,
                Map.of("", "v"),
                Map.of("aws:x", "v"),
                Map.of("k".repeat(129), "v"),
                Map.of("k", "v".repeat(257)));
        for (Map<String, String> tags : wrong) {
            assertThatThrownBy(() -> Tags.checked(tags)).isInstanceOf(BadRequestException.class);
        }
    }

    @Test
    void arnsOfManagementHaveNoAccountAndThoseOfExecutionDo() {
        Caller caller = Caller.of("123456789012", "us-east-1");
        assertThat(Arns.stage("us-east-1", "abc", "dev"))
                .isEqualTo("arn:aws:apigateway:us-east-1::/restapis/abc/stages/dev");
        assertThat(Arns.executeApi(caller, "abc")).isEqualTo("arn:aws:execute-api:us-east-1:123456789012:abc");
    }
}
