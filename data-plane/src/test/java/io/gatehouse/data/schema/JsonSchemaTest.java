// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each keyword of draft 4 asks for, and what a violation is called. */
class JsonSchemaTest {
    private static final String ADDRESS = "https://example.com/models/A";

    private static List<String> check(String schema, String json) {
        return new SchemaSet(Map.of(ADDRESS, schema.replace('\'', '"')))
                .at(ADDRESS)
                .check(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string'}                        | 'x'          | 1",
                "{'type':'integer'}                       | 1            | 1.0",
                "{'type':'number'}                        | 1            | '1'",
                "{'type':['null','array']}                | []           | {}",
                "{'enum':[1,{'a':[2]}]}                   | {'a':[2.0]}  | {'a':[3]}",
                "{'multipleOf':0.01}                      | 4.02         | 4.025",
                "{'maximum':3}                            | 3.0          | 3.01",
                "{'maximum':3,'exclusiveMaximum':true}    | 2.99         | 3",
                "{'minimum':3}                            | 3            | 2",
                "{'minimum':3,'exclusiveMinimum':true}    | 4            | 3.0",
                "{'maxLength':1}                          | '\uD83D\uDE00' | 'ab'",
                "{'minLength':2}                          | 'ab'         | 'a'",
                "{'pattern':'^a+$'}                       | 'aa'         | 'aab'",
                "{'pattern':'b'}                          | 'abc'        | 'ac'",
                "{'items':{'type':'integer'}}             | [1,2]        | [1,'2']",
                "{'items':[{}],'additionalItems':false}   | [1]          | [1,2]",
                "{'items':[{}],'additionalItems':{'type':'null'}} | [1,null] | [1,2]",
                "{'maxItems':1}                           | [1]          | [1,2]",
                "{'minItems':1}                           | [1]          | []",
                "{'uniqueItems':true}                     | [1,'1',[1]]  | [[{'a':1,'b':2}],[{'b':2.0,'a':1}]]",
                "{'maxProperties':1}                      | {'a':1}      | {'a':1,'b':2}",
                "{'minProperties':1}                      | {'a':1}      | {}",
                "{'required':['a']}                       | {'a':null}   | {'b':1}",
                "{'properties':{'a':{'type':'null'}}}     | {'b':1}      | {'a':1}",
                "{'patternProperties':{'^x-':{'type':'null'}}} | {'y':1} | {'x-y':1}",
                "{'properties':{'a':{}},'additionalProperties':false} | {'a':1} | {'a':1,'b':1}",
                "{'additionalProperties':{'type':'null'}} | {'a':null}   | {'a':1}",
                "{'dependencies':{'a':['b']}}             | {'a':1,'b':1} | {'a':1}",
                "{'dependencies':{'a':{'maxProperties':1}}} | {'b':1,'c':1} | {'a':1,'b':1}",
                "{'allOf':[{'minimum':1},{'maximum':2}]}  | 1            | 3",
                "{'anyOf':[{'minimum':3},{'maximum':1}]}  | 1            | 2",
                "{'oneOf':[{'minimum':1},{'minimum':2}]}  | 1            | 2",
                "{'not':{'type':'null'}}                  | 1            | null",
                "{'format':'date-time'}                   | '2026-01-02T03:04:05.5+01:00' | '2026-13-02T03:04:05Z'",
                "{'format':'email'}                       | 'a.b@example.com' | 'a..b@example.com'",
                "{'format':'hostname'}                    | 'a-b.example' | '-a.example'",
                "{'format':'ipv4'}                        | '127.0.0.1'  | '127.0.0.256'",
                "{'format':'ipv6'}                        | '::ffff:1.2.3.4' | '1::2::3'",
                "{'format':'uri'}                         | 'https://example.com/a?b' | 'https://exa mple'",
                "{'format':'regex'}                       | '[a-z]'      | '[a-z'",
                "{'format':'uuid'}                        | '00000000-0000-0000-0000-00000000abcd' | 'abcd'",
            })
    void aKeywordLetsOneValuePassAndNotTheOther(String schema, String good, String bad) {
        assertThat(check(schema, good)).as("%s lets %s pass", schema, good).isEmpty();
        assertThat(check(schema, bad)).as("%s refuses %s", schema, bad).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"string", "number", "integer", "boolean", "object", "array"})
    void keywordsOfOtherTypesAskForNothing(String type) {
        String schema = "{'maximum':0,'maxLength':0,'pattern':'^$','maxItems':0,'required':['a'],'minProperties':9}";
        Map<String, String> harmless = Map.of(
                "string", "''", "number", "-0.5", "integer", "-1", "boolean", "true", "object", "null", "array", "[]");
        assertThat(check(schema, harmless.getOrDefault(type, "null"))).isEmpty();
    }

    @Test
    void anUnknownKeywordOrFormatAsksForNothing() {
        assertThat(check("{'const':1,'format':'phone','title':7,'required2':[]}", "2"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'maxLength':2} | 'abc' | string 'abc' is too long (length: 3, maximum allowed: 2)",
                "{'type':'number'} | 'a' | instance type (string) does not match any allowed primitive type (allowed: ['integer','number'])",
                "{'enum':['dog','cat']} | 'bird' | instance value ('bird') not found in enum (possible values: ['dog','cat'])",
                "{'required':['to','body']} | {} | object has missing required properties (['body','to'])",
                "{'maximum':500} | 501 | numeric instance is greater than the required maximum (maximum: 500, found: 501)",
                "{'additionalProperties':false} | {'b':1,'a':1} | object instance has properties which are not allowed by the schema: ['a','b']",
            })
    void aViolationIsCalledWhatAwsCallsIt(String schema, String json, String finding) {
        assertThat(check(schema, json)).containsExactly(finding.replace('\'', '"'));
    }

    @Test
    void everythingThatIsWrongIsTold() {
        assertThat(check("{'required':['c'],'properties':{'a':{'type':'null'},'b':{'maxItems':0}}}", "{'a':1,'b':[1]}"))
                .hasSize(3);
    }

    @Test
    void whatIsNoJsonIsAViolation() {
        for (String text : List.of("", " ", "{", "{}{}", "a", "{'a':1,}", "NaN", "01", "[1", "\"\u0001\"", "'\\q'")) {
            assertThat(check("{}", text)).as(text).containsExactly("instance is not a JSON document");
        }
    }

    @Test
    void numbersKeepEveryDigit() {
        assertThat(check("{'maximum':9007199254740993}", "9007199254740993")).isEmpty();
        assertThat(check("{'maximum':9007199254740993}", "9007199254740994")).hasSize(1);
        assertThat(check("{'enum':[0.1]}", "0.10000000000000000001")).hasSize(1);
    }

    @Test
    void patternsAreReadAsEcma262ReadsThem() {
        assertThat(check("{'pattern':'^abc$'}", "'abc\\n'")).hasSize(1);
        assertThat(check("{'pattern':'^[a&&b]$'}", "'&'")).isEmpty();
        assertThat(check("{'pattern':'^[[a]$'}", "'['")).isEmpty();
        assertThat(check("{'pattern':'^[\\\\w-.]+$'}", "'a-b.c'")).isEmpty();
        assertThat(check("{'pattern':'^{a}$'}", "'{a}'")).isEmpty();
        assertThat(check("{'pattern':'^a{1,2}$'}", "'aaa'")).hasSize(1);
        assertThat(check("{'pattern':'^\\\\d$'}", "'\u0663'")).hasSize(1);
        assertThat(check("{'pattern':'^\\\\Z$'}", "''")).hasSize(1);
        assertThat(check("{'pattern':'^[^]$'}", "'\\n'")).isEmpty();
        assertThat(check("{'pattern':'[]'}", "'a'")).hasSize(1);
        assertThat(check("{'pattern':'^\\\\/\\\\s\\\\/$'}", "'/\u00A0/'")).isEmpty();
    }
}
