// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternShapeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4\\d{2}",
                "[45]\\d\\d",
                "(4|5)\\d{2}",
                ".*Error.*",
                "[\\s\\S]*\\[400\\][\\s\\S]*",
                "^(?!.*(bad|worse)).*$",
                "(?i)not found",
                "([^\\[\\](){}|*+?]+)*",
                "\\d+(\\.\\d+)?([eE][+-]?\\d+)?",
                "(?<year>\\d{4})-(?<month>\\d\\d)(-\\k<year>)?",
                "\\Q(a*)*(a*)*\\E",
                "(a?)*(b?)*",
                "((a|b*)+,)*",
                "(\\p{L}+\\s*)*",
                "((\\d{1,3}\\.){3}\\d{1,3},?)*",
                "a{2,1000}b*?c*+",
                "[]a]*",
                "[a[bc]&&[^b]]+"
            })
    void whatPeopleWriteIsLetThrough(String regex) {
        Pattern.compile(regex);
        assertThat(PatternShape.isBounded(regex)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((((((\\d*)*)*)*)*)*)*)*)*x",
                "((((a?)*)*)*)*",
                "((((a?)+)+)+)+",
                "(?:(?:(?:(?:|a)*)*)*)*",
                "((((\\b)*)*)*)*",
                "((((^|$)*)*)*)*",
                "((((\\1)*)*)*)*",
                "(((((?=a))*)*)*)*",
                "(((){1000}){1000}){1000}",
                "((a?){1000}){1000}",
                "(?x)( a* )*"
            })
    void repetitionsOfNothingWithinOneAnotherAreNot(String regex) {
        assertThat(PatternShape.isBounded(regex)).isFalse();
    }

    @Test
    void repetitionsOfNothingOneAfterTheOtherAreNot() {
        assertThat(PatternShape.isBounded("(a?)?".repeat(12))).isTrue();
        assertThat(PatternShape.isBounded("(a?)?".repeat(13))).isFalse();
        assertThat(PatternShape.isBounded("a?".repeat(1_000))).isTrue();
    }

    @Test
    void anyDepthOfGroupsIsLookedAtOrRefused() {
        assertThat(PatternShape.isBounded("(".repeat(100) + "a" + ")".repeat(100)))
                .isTrue();
        assertThat(PatternShape.isBounded("(".repeat(100_000))).isFalse();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void theWorstThatIsLetThroughComesToAnEnd() {
        String worst = "(((\\d*)*)*)*".repeat(4) + "x";
        assertThat(PatternShape.isBounded(worst)).isTrue();
        assertThat(Pattern.compile(worst).matcher("2").matches()).isFalse();
    }
}
