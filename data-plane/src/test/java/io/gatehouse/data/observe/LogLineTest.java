// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.served.LogFormat.Notation;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {
    private static final String HOSTILE = "a\"b\\c,d<e>&'f";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "PLAIN      | a\\\"b\\\\c,d<e>&'f",
                "JSON       | a\\\"b\\\\c,d<e>&'f",
                "CSV        | \"a\"\"b\\c,d<e>&'f\"",
                "QUOTED_CSV | a\"\"b\\c,d<e>&'f",
                "XML        | a&quot;b\\c,d&lt;e&gt;&amp;&apos;f"
            })
    void aValueStaysInItsPlace(Notation notation, String written) {
        assertThat(written(notation, line -> line.text(HOSTILE))).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(Notation.class)
    void noValueEndsALine(Notation notation) {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x2100; c++) {
            all.append(c);
        }
        for (int from = 0; from < all.length(); from += 4_000) {
            String part = all.substring(from, Math.min(all.length(), from + 4_000));
            assertThat(written(notation, line -> line.text(part)))
                    .doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029]");
            assertThat(written(notation, line -> line.message(part)))
                    .doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029]");
        }
    }

    @Test
    void controlCharactersAreWrittenOut() {
        assertThat(written(Notation.JSON, line -> line.text("\n\r\t\u0000\u001b\u0085\u2028")))
                .isEqualTo("\\n\\r\\t\\u0000\\u001b\\u0085\\u2028");
        assertThat(written(Notation.XML, line -> line.text("\n\u0000\u0085"))).isEqualTo("&#10;?&#133;");
    }

    @Test
    void whatIsNotThereIsAHyphen() {
        assertThat(written(Notation.PLAIN, line -> line.text(null))).isEqualTo("-");
        assertThat(written(Notation.PLAIN, line -> line.text(""))).isEqualTo("-");
        assertThat(written(Notation.JSON, line -> line.quoted(null))).isEqualTo("-");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, 1234567890123L, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void numbersAreDecimal(long number) {
        assertThat(written(Notation.PLAIN, line -> line.number(number))).isEqualTo(Long.toString(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ümläut €", "\ud83d\ude00!"})
    void textIsUtf8(String text) {
        assertThat(written(Notation.PLAIN, line -> line.text(text))).isEqualTo(text);
    }

    @Test
    void halfACharacterIsAQuestionMark() {
        assertThat(written(Notation.PLAIN, line -> line.text("a\ud83d"))).isEqualTo("a?");
        assertThat(written(Notation.PLAIN, line -> line.text("\ude00b"))).isEqualTo("?b");
    }

    @Test
    void aVeryLongValueIsCut() {
        assertThat(written(Notation.PLAIN, line -> line.text("x".repeat(100_000))))
                .hasSize(8192);
    }

    @Test
    void aQuotedValueIsAJsonStringInAnyNotation() {
        assertThat(written(Notation.PLAIN, line -> line.quoted("say \"no\"\n"))).isEqualTo("\"say \\\"no\\\"\\n\"");
        assertThat(written(Notation.XML, line -> line.quoted("<no>"))).isEqualTo("&quot;&lt;no&gt;&quot;");
        assertThat(written(Notation.JSON, line -> line.quoted(""))).isEqualTo("\"\"");
    }

    @Test
    void aLineIsBegunAnew() {
        LogLine line = new LogLine();
        line.begin(Notation.PLAIN).text("first");
        line.begin(Notation.PLAIN).text("second");
        assertThat(new String(line.ended(), StandardCharsets.UTF_8)).isEqualTo("second\n");
    }

    private static String written(Notation notation, Consumer<LogLine> value) {
        LogLine line = new LogLine().begin(notation);
        value.accept(line);
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }
}
