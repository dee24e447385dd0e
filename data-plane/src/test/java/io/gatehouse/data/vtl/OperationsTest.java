// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import static io.gatehouse.data.vtl.Templates.body;
import static io.gatehouse.data.vtl.Templates.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The methods that templates may call on values. */
class OperationsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "length()|11",
                "isEmpty()|false",
                "empty|false",
                "contains('World')|true",
                "startsWith('Hel')|true",
                "startsWith('World', 6)|true",
                "endsWith('d')|true",
                "indexOf('o')|4",
                "indexOf('o', 5)|7",
                "lastIndexOf('o')|7",
                "lastIndexOf('o', 6)|4",
                "substring(6)|World",
                "substring(0, 5)|Hello",
                "toUpperCase()|HELLO WORLD",
                "toLowerCase()|hello world",
                "replace('l', 'L')|HeLLo WorLd",
                "replace('', '-').length()|23",
                "replaceAll('[aeiou]', '*')|H*ll* W*rld",
                "replaceAll('(\\w+) (\\w+)', '$2 $1')|World Hello",
                "replaceFirst('o', '0')|Hell0 World",
                "matches('.*World')|true",
                "matches('World')|false",
                "split(' ')|[Hello, World]",
                "split(' ')[1]|World",
                "split(' ').size()|2",
                "split('').size()|11",
                "split('l')|[He, , o Wor, d]",
                "split('d')|[Hello Worl]",
                "split('l', 2)|[He, lo World]",
                "split('x')|[Hello World]",
                "concat('!')|Hello World!",
                "charAt(1)|e",
                "equals('x')|false",
                "equals('Hello World')|true",
                "equalsIgnoreCase('HELLO WORLD')|true",
                "compareTo('Hello World')|0",
                "toString()|Hello World",
                "trim()|Hello World",
                "repeat(2)|Hello WorldHello World",
                "valueOf(5)|5",
                "isBlank()|false",
                "hashCode()|-862545276",
            })
    void aText(String call, String expected) {
        assertThat(request().render("#set($t = 'Hello World')$t." + call)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "size()|3",
                "isEmpty()|false",
                "get(0)|a",
                "[0]|a",
                "[-1]|3",
                "contains('a')|true",
                "contains('z')|false",
                "indexOf(3)|2",
                "lastIndexOf('a')|0",
                "subList(1, 3)|[b, 3]",
                "add('x')|true",
                "remove(0)|a",
                "remove('b')|true",
                "remove('z')|false",
                "set(0, 'z')|a",
                "addAll(['q'])|true",
                "containsAll(['a', 3])|true",
                "iterator().next()|a",
                "toString()|[a, b, 3]",
                "equals(['a', 'b', 3])|true",
                "toArray().size()|3",
                "clear()|~~",
                "add(0, 'f')|~~",
            })
    void aList(String call, String expected) {
        String reference = call.startsWith("[") ? "$l" + call : "$l." + call;
        assertThat(request().render("#set($l = ['a', 'b', 3])" + reference)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "size()|2",
                "isEmpty()|false",
                "get('a')|1",
                "a|1",
                "b.c|2",
                "getOrDefault('z', 9)|9",
                "containsKey('a')|true",
                "containsKey('z')|false",
                "containsValue(1)|true",
                "keySet()|[a, b]",
                "values()|[1, {c=2}]",
                "entrySet()|[a=1, b={c=2}]",
                "keySet().size()|2",
                "keySet().contains('a')|true",
                "put('a', 5)|1",
                "put('n', 5)|~~",
                "putIfAbsent('a', 5)|1",
                "remove('a')|1",
                "toString()|{a=1, b={c=2}}",
                "equals({'b': {'c': 2}, 'a': 1})|true",
                "clear()|~~",
            })
    void aMap(String call, String expected) {
        assertThat(request().render("#set($m = {'a': 1, 'b': {'c': 2}})$m." + call))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "intValue(),7",
        "doubleValue(),7.5",
        "toString(),7.5",
        "compareTo(8),-1",
        "equals(7.5),true",
        "parseInt('12'),12",
        "valueOf('1.5'),1.5"
    })
    void aNumber(String call, String expected) {
        assertThat(request().render("#set($n = 7.5)$n." + call)).isEqualTo(expected);
    }

    @Test
    void changesAreSeenAfterwards() {
        assertThat(request().render("#set($l = [])#set($x = $l.add(1))#set($x = $l.add({'a': 2}))#set($l[0] = 'z')$l"))
                .isEqualTo("[z, {a=2}]");
        assertThat(request().render("#set($m = {})#set($m.a = 1)#set($m['b'] = 2)#set($x = $m.putAll({'c': 3}))$m"))
                .isEqualTo("{a=1, b=2, c=3}");
        assertThat(body("{\"a\":{}}").render("#set($r = $input.path('$'))#set($r.a.b = [1, 'x'])$input.json('$')"))
                .isEqualTo("{\"a\":{\"b\":[1,\"x\"]}}");
    }

    @Test
    void anAbsentValueIsStoredAsNull() {
        assertThat(body("{}")
                        .render("#set($r = $input.path('$'))#set($r.a = $input.path('$.none'))$input.json('$') [$r.a]"))
                .isEqualTo("{\"a\":null} []");
    }

    @Test
    void truthValuesPrintAndCompare() {
        assertThat(
                        body("{\"t\":true}")
                                .render(
                                        "#set($t = $input.path('$.t'))$t $t.toString().length() #if($t)x#end#if($t == true)y#end#if($t == 'true')z#end"))
                .isEqualTo("true 4 xyz");
    }
}
