// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.headers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceHeaderTest {
    private static final String ROOT = "Root=1-58406520-a006649127e371903a2de979";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";Parent=4c721bf33e3caf8f;Sampled=1",
                ";Sampled=?",
                ";Lineage=a87bd80c:0|68fd508a:5;CalledFrom=app"
            })
    void whatIsWellFormedGoesOnAsItIs(String rest) {
        assertThat(TraceHeader.accepted(ROOT + rest)).isEqualTo(ROOT + rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sampled=1",
                "Root=",
                "Root=1-58406520",
                "Root=2-58406520-a006649127e371903a2de979",
                "Root=1-5840652g-a006649127e371903a2de979",
                "Self=1-58406520-a006649127e371903a2de979",
                "root of all"
            })
    void withoutAValidRootThereIsNoTrace(String field) {
        assertThat(TraceHeader.accepted(field)).isNull();
        assertThat(TraceHeader.accepted(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'; Parent=4c721bf33e3caf8f ;Sampled=2', ';Parent=4c721bf33e3caf8f'",
        "';Parent=4c721bf3;Sampled=1', ';Sampled=1'",
        "';Sampled=0;Sampled=1;;', ';Sampled=0'",
        "';a b=c;d=e f;=g;h', ''",
    })
    void whatIsMalformedOrRepeatedStaysBehind(String sent, String kept) {
        assertThat(TraceHeader.accepted(ROOT + sent)).isEqualTo(ROOT + kept);
    }

    @Test
    void aDecisionIsMadeOnceAndWhereItIsAskedFor() {
        assertThat(TraceHeader.isDecided(ROOT)).isFalse();
        assertThat(TraceHeader.decided(ROOT, true)).isEqualTo(ROOT + ";Sampled=1");
        assertThat(TraceHeader.isDecided(ROOT + ";Sampled=?")).isFalse();
        assertThat(TraceHeader.decided(ROOT + ";Sampled=?;Parent=4c721bf33e3caf8f", false))
                .isEqualTo(ROOT + ";Sampled=0;Parent=4c721bf33e3caf8f");
        assertThat(TraceHeader.isDecided(ROOT + ";Sampled=0")).isTrue();
        assertThat(TraceHeader.traceId(ROOT + ";Sampled=0")).isEqualTo("1-58406520-a006649127e371903a2de979");
    }
}
