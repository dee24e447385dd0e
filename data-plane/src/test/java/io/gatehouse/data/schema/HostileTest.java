// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Schemas and texts that are made to take for ever: refused, and soon. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileTest {

    private static List<String> check(String schema, String json) {
        return new SchemaSet(Map.of("http://a/b", schema.replace('\'', '"')))
                .at("http://a/b")
                .check(json);
    }

    @Test
    void aPatternThatBacktracksWithoutEndIsStopped() {
        String text = '"' + "a".repeat(60) + "!\"";
        for (String pattern : List.of("^(a+)+$", "^(a|aa)+$", "^(.*a){20}$", "(a*)*b")) {
            assertThat(check("{'pattern':'" + pattern + "'}", text)).as(pattern).hasSize(1);
        }
    }

    @Test
    void aPatternThatNeedsADeepStackIsRefused() {
        assertThat(check("{'pattern':'^(a|b|c)*$'}", '"' + "ab".repeat(200_000) + '"'))
                .hasSize(1);
    }

    @Test
    void aTextThatIsNestedTooDeepIsRefused() {
        for (int depth : new int[] {501, 1_000_000}) {
            assertThat(check("{}", "[".repeat(depth) + "]".repeat(depth))).hasSize(1);
            assertThat(check("{}", "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)))
                    .hasSize(1);
        }
        assertThat(check("{'items':{'$ref':'#'}}", "[".repeat(490) + "]".repeat(490)))
                .isEmpty();
    }

    @Test
    void numbersBeyondMeasureAreRefused() {
        for (String number : List.of("1e999999999", "1e-999999999", "1e99999999999999", "9".repeat(5_000))) {
            assertThat(check("{'multipleOf':0.01,'maximum':1,'enum':[1]}", number))
                    .as(number)
                    .isNotEmpty();
        }
        assertThat(check("{'multipleOf':1e-300}", "1e300")).isEmpty();
        assertThatThrownBy(() -> check("{'multipleOf':1e999999999}", "1")).isInstanceOf(UnusableSchemaException.class);
    }

    @Test
    void aSchemaThatMultipliesItsWorkIsStopped() {
        StringBuilder schema = new StringBuilder("{'definitions':{'d0':{'type':'null'}");
        for (int i = 1; i <= 40; i++) {
            String previous = "{'$ref':'#/definitions/d" + (i - 1) + "'}";
            schema.append(",'d")
                    .append(i)
                    .append("':{'anyOf':[")
                    .append(previous)
                    .append(',')
                    .append(previous)
                    .append("]}");
        }
        schema.append("},'$ref':'#/definitions/d40'}");
        assertThat(check(schema.toString(), "1")).singleElement().asString().contains("too much work");
    }

    @Test
    void aTextOfTooManyPartsIsRefused() {
        assertThat(check("{}", "[" + "[],".repeat(600_000) + "1]"))
                .singleElement()
                .asString()
                .contains("objects and arrays");
        assertThat(check("{}", "[" + "1,".repeat(2_600_000) + "1]"))
                .singleElement()
                .asString()
                .contains("values");
    }

    @Test
    void elementsThatHashAlikeDoNotCompareForEver() {
        StringBuilder array = new StringBuilder("[");
        for (int i = 0; i < 1 << 14; i++) {
            array.append('"');
            for (int bit = 0; bit < 14; bit++) {
                array.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            array.append("\",");
        }
        assertThat(check("{'uniqueItems':true}", array.append("1]").toString()))
                .singleElement()
                .asString()
                .contains("too much work");
    }

    @Test
    void aLargeTextOfUsualShapeIsChecked() {
        String pet = "{\"name\":\"Rex\",\"kind\":\"dog\",\"price\":249.99,\"tags\":[\"a\",\"b\"]}";
        String schema = "{'items':{'required':['name'],'properties':{'name':{'pattern':'^[A-Za-z ]{1,40}$'},"
                + "'kind':{'enum':['dog','cat']},'price':{'multipleOf':0.01,'maximum':500},"
                + "'tags':{'uniqueItems':true,'items':{'maxLength':3}}},'additionalProperties':false}}";
        String body = "[" + (pet + ",").repeat(50_000) + pet + "]";
        assertThat(body.length()).isGreaterThan(3_000_000);
        assertThat(check(schema, body)).isEmpty();
        assertThat(check(
                        schema,
                        body.replaceFirst(
                                "Rex\",\"kind\":\"dog\",\"price\":249.99", "R\",\"kind\":\"cow\",\"price\":1")))
                .hasSize(1);
    }

    @Test
    void aFindingIsShortWhateverItQuotes() {
        String text = '"' + "x".repeat(1_000_000) + '"';
        assertThat(check("{'maxLength':1}", text)).singleElement().asString().hasSizeLessThan(1_200);
        assertThat(check("{'enum':[1]}", "[" + text + "," + text + "]"))
                .singleElement()
                .asString()
                .hasSizeLessThan(1_200);
        assertThat(check("{'items':{'type':'null'}}", "[" + "1,".repeat(100_000) + "1]"))
                .hasSizeLessThan(25);
    }
}
