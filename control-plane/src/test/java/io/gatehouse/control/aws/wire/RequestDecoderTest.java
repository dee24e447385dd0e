// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.control.aws.error.SerializationException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestDecoderTest {

    record Inner(@Nullable String name, @Nullable Integer size) {}

    record Input(
            @Nullable String text,
            @Nullable Boolean flag,
            @Nullable Integer whole,
            @Nullable Long big,
            @Nullable Double real,
            @Nullable List<String> list,
            @Nullable Map<String, String> map,
            @Nullable Inner inner,
            @Nullable List<Inner> inners) {}

    private static final Input NOTHING = new Input(null, null, null, null, null, null, null, null, null);

    @Test
    void noBodyIsAnEmptyOne() {
        for (String body : List.of("", "  \n", "{}", "null", "\uFEFF{}")) {
            assertThat(decode(body)).isEqualTo(NOTHING);
        }
    }

    @Test
    void everyKindOfMemberIsRead() {
        Input input = decode("""
                {"text": "t", "flag": true, "whole": -5, "big": 5000000000, "real": 1, "list": ["a", "b"],
                 "map": {"k": "v"}, "inner": {"name": "n", "size": 1}, "inners": [{"name": "m"}]}
                """);
        assertThat(input)
                .isEqualTo(new Input(
                        "t",
                        true,
                        -5,
                        5_000_000_000L,
                        1.0,
                        List.of("a", "b"),
                        Map.of("k", "v"),
                        new Inner("n", 1),
                        List.of(new Inner("m", null))));
    }

    @Test
    void unknownMembersAreIgnoredAndNullMeansAbsent() {
        assertThat(decode("{\"new\": {\"deep\": [1, {}]}, \"text\": null, \"inner\": null}"))
                .isEqualTo(NOTHING);
        assertThat(decode("{\"list\": [null, \"a\"], \"map\": {\"k\": null, \"l\": \"m\"}}"))
                .extracting(Input::list, Input::map)
                .containsExactly(List.of("a"), Map.of("l", "m"));
    }

    @Test
    void ofAMemberThatIsGivenTwiceTheLastCounts() {
        assertThat(decode("{\"text\": \"a\", \"text\": \"b\"}").text()).isEqualTo("b");
    }

    @Test
    void aMapKeepsTheClientsOrder() {
        assertThat(decode("{\"map\": {\"z\": \"1\", \"a\": \"2\", \"m\": \"3\"}}")
                        .map())
                .containsExactly(Map.entry("z", "1"), Map.entry("a", "2"), Map.entry("m", "3"));
    }

    @Test
    void aTextIsNotMadeOfOtherTypes() {
        refused("{\"text\": true}").hasMessage("class java.lang.Boolean can not be converted to an String");
        refused("{\"text\": 5}")
                .hasMessage("class com.amazon.coral.value.json.numbers.TruncatingBigNumber"
                        + " can not be converted to an String");
        refused("{\"list\": [\"a\", false]}").hasMessage("class java.lang.Boolean can not be converted to an String");
        refused("{\"map\": {\"k\": 1.5}}")
                .hasMessage("class com.amazon.coral.value.json.numbers.TruncatingBigNumber"
                        + " can not be converted to an String");
        refused("{\"text\": {}}").hasMessage("Start of structure or map found where not expected.");
        refused("{\"text\": [\"a\"]}").hasMessage("Start of list found where not expected.");
    }

    @Test
    void otherTypesAreNotMadeOfText() {
        refused("{\"flag\": \"true\"}").hasMessage("class java.lang.String can not be converted to an Boolean");
        refused("{\"whole\": \"1\"}").hasMessage("class java.lang.String can not be converted to an Integer");
        refused("{\"real\": \"1\"}").hasMessage("class java.lang.String can not be converted to an Double");
        refused("{\"list\": \"a\"}").hasMessage("Expected list or null");
        refused("{\"map\": \"a\"}").hasMessage("Expected map or null");
        refused("{\"inner\": \"a\"}").hasMessage("Expected null");
        refused("{\"inner\": []}").hasMessage("Start of list found where not expected.");
        refused("{\"map\": [\"a\"]}").hasMessage("Start of list found where not expected.");
        refused("{\"list\": {}}").hasMessage("Start of structure or map found where not expected.");
    }

    @Test
    void aNumberThatDoesNotFitIsRefused() {
        for (String number : List.of("2147483648", "-2147483649", "1e99", "9".repeat(900))) {
            refused("{\"whole\": " + number + "}")
                    .hasMessageEndingWith("TruncatingBigNumber can not be converted to an Integer");
        }
    }

    @Test
    void aFractionIsCutOffWhereAWholeNumberIsWanted() {
        assertThat(decode("{\"whole\": 1.9, \"big\": -1.5e3}"))
                .extracting(Input::whole, Input::big)
                .containsExactly(1, -1500L);
    }

    @Test
    void aNumberWithoutAnEndIsNoNumber() {
        for (String number : List.of("1e999999", "-1e999999")) {
            refused("{\"real\": " + number + "}")
                    .hasMessageEndingWith("TruncatingBigNumber can not be converted to an Double");
            refused("{\"big\": " + number + "}").hasMessageEndingWith("can not be converted to an Long");
        }
        assertThat(decode("{\"real\": 1e-999999}").real()).isZero();
    }

    @Test
    void textThatCannotBeStoredIsRefusedWhereverItStands() {
        for (String text : List.of("\\u0000", "a\\u0000b", "\\ud800", "\\udc00", "\\ud800x", "\\udc00\\ud800")) {
            for (String body : List.of(
                    "{\"text\": \"%s\"}",
                    "{\"list\": [\"a\", \"%s\"]}",
                    "{\"map\": {\"%s\": \"a\"}}",
                    "{\"map\": {\"a\": \"%s\"}}",
                    "{\"inner\": {\"name\": \"%s\"}}",
                    "{\"inners\": [{\"name\": \"%s\"}]}")) {
                refused(body.formatted(text)).hasMessageContaining("is not allowed in text");
            }
            assertThat(decode("{\"unknown\": \"" + text + "\"}")).isEqualTo(NOTHING);
        }
        assertThat(decode("{\"text\": \"\\ud83d\\ude00\"}").text()).isEqualTo("😀");
    }

    @Test
    void otherEncodingsThanUtf8AreNoJson() {
        for (Charset charset :
                List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("UTF-32BE"))) {
            assertThatThrownBy(() ->
                            RequestDecoder.decode(Input.class, "{\"text\": \"a\"}".getBytes(charset), "op", List.of()))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void aBodyThatIsNoJsonObjectIsRefused() {
        refused("[]").hasMessage("Start of list found where not expected.");
        refused("\"a\"").hasMessage("Expected null");
        refused("{\"text\": \"a\"").hasMessageStartingWith("Could not parse request body into json");
        refused("{} {}").hasMessageStartingWith("Could not parse request body into json");
        refused("{\"text\": 'a'}").hasMessage("Could not parse request body into json, line 1, column 10");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        // A lone byte, a slash in two bytes, half a surrogate pair in three: all of them no UTF-8.
        for (String bytes : List.of("\u00FF", "\u00C3", "\u00C0\u00AF", "\u00ED\u00A0\u0080")) {
            byte[] body = ("{\"unknown\": \"" + bytes + "\"}").getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> RequestDecoder.decode(Input.class, body, "op", List.of()))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void nestingBeyondReasonIsRefusedAlsoWhereNobodyLooks() {
        refused("{\"unknown\": " + "[".repeat(100_000)).hasMessageStartingWith("Could not parse request body");
        refused("{\"unknown\": " + "{\"a\":".repeat(100_000)).hasMessageStartingWith("Could not parse request body");
    }

    @Test
    void aPropertyOfTheWrongJavaTypeIsAFaultOfTheProgram() {
        record Wrong(@Nullable Object anything) {}
        assertThatThrownBy(() -> RequestDecoder.decode(Wrong.class, new byte[0], "op", List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Input decode(String body) {
        return RequestDecoder.decode(Input.class, body.getBytes(StandardCharsets.UTF_8), "operation", List.of());
    }

    private static AbstractThrowableAssert<?, ?> refused(String body) {
        return assertThatThrownBy(() -> decode(body)).isInstanceOf(SerializationException.class);
    }
}
