// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import static io.gatehouse.data.vtl.Templates.body;
import static io.gatehouse.data.vtl.Templates.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template can not do: reach classes and files, run for ever, fill the memory. */
class SandboxTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#include('/etc/passwd')",
                "#parse(\"x.vm\")",
                "#evaluate('1')",
                "#set($x = \"#parse('y')\")",
                "#if(true)#foreach($i in [1])#evaluate($i)#end#end"
            })
    void directivesThatLoadAreRefused(String template) {
        assertThatThrownBy(() -> MappingTemplate.compile("\n " + template))
                .isInstanceOfSatisfying(TemplateSyntaxException.class, e -> {
                    assertThat(e).hasMessageContaining("is not available");
                    assertThat(e.line()).isPositive();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$input.class",
                "$input.getClass()",
                "$util.class.forName('java.lang.Runtime')",
                "$text.class",
                "$text.getClass()",
                "$text.getClass().forName('java.lang.Runtime').getRuntime().exec('id')",
                "$n.class.classLoader",
                "$text.bytes",
                "$text.wait()",
                "$text.notify()",
                "$list.class",
                "$list.getClass()",
                "$list.stream()",
                "$foreach.info",
                "$text.format('%1000d', 1)",
                "$util.VALUE",
                "$input.scope",
                "$input.scope()",
                "$list.parallelStream()",
                "$text.chars()",
                "$list.forEach($x)"
            })
    void classesAreOutOfReach(String reference) {
        assertThat(request().render("#set($text = 'x')#set($n = 1)#set($list = [1])" + reference))
                .isEqualTo(reference);
    }

    @Test
    void aMemberNamedLikeAMethodIsJustAMember() {
        assertThat(body("{\"class\":\"gold\",\"size\":3}")
                        .render("#set($r = $input.path('$'))$r.class $r.size [$r.empty]"))
                .isEqualTo("gold 3 []");
        assertThat(
                        body("{}")
                                .render(
                                        "[$input.path('$').class][$context.class][$stageVariables.class][$input.path('$').getClass()]"))
                .isEqualTo("[][][][$input.path('$').getClass()]");
    }

    @Test
    void aLoopEndsAfterAThousandIterations() {
        assertThat(request().render("#foreach($i in [1..5000])x#end")).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#set($r = [1..1000])#foreach($a in $r)#foreach($b in $r)#foreach($c in $r)x#end#end#end",
                "#set($r = [1..1000])#foreach($a in $r)#foreach($b in $r)#foreach($c in $r)#end#end#end",
                "#macro(a)#a()#a()#end#a()",
                "#macro(a)#b()#b()#b()#b()#end#macro(b)#c()#c()#c()#c()#end#macro(c)#a()#a()#end#a()",
                "#define($a)$b$b#end#define($b)$a$a#end#foreach($i in [1..1000])#foreach($j in [1..1000])$a#end#end",
                "#set($s = 'ab')#foreach($i in [1..100])#set($s = $s + $s)#end",
                "#set($s = 'ab')#foreach($i in [1..100])#set($s = \"$s$s\")#end",
                "#set($s = 'ab')#foreach($i in [1..100])#set($s = $s.concat($s))#end",
                "#set($s = 'ab')#foreach($i in [1..100])#set($s = $s.replace('a', $s))#end",
                "#set($s = 'ab')#foreach($i in [1..100])#set($s = $s.replaceAll('a', $s))#end",
                "#set($s = 'ab')#foreach($i in [1..100])#set($s = $util.urlEncode($s + '%'))#set($s = $s + $s)#end",
                "#set($s = 'x')$s.repeat(2000000000)",
                "#set($s = [1..2000000000])$s.size()",
                "#set($a = 'x')#foreach($i in [1..100])#set($a = [$a, $a])#end$a",
                "#set($a = 'x')#foreach($i in [1..100])#set($a = [$a, $a])#end#set($b = 'x')#foreach($i in [1..100])#set($b = [$b, $b])#end#if($a == $b)x#end",
                "#set($a = ['x'])#foreach($i in [1..100])#set($x = $a.addAll($a))#end",
                "#set($a = [])#set($x = $a.add($a))$a",
                "#set($a = {})#set($a.a = $a)$a.toString()",
                "#set($a = [])#set($x = $a.add($a))#if($a == [[]])x#end#set($b = [])#set($x = $b.add($b))#if($a == $b)x#end",
                "#set($n = 3)#foreach($i in [1..100])#set($n = $n * $n)#end$n",
                "#set($n = $util.parseJson('1e999999999'))#set($m = $n + 1)$m",
                "#set($s = 'a')#set($s = $s.repeat(40))#set($s = $s + '!')$s.matches('(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)z')",
                "#set($s = 'a')#set($s = $s.repeat(40))#set($s = $s + '!')$s.split('(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)z')",
                "#set($s = 'a')#set($s = $s.repeat(40))#set($s = $s + '!')$s.replaceAll('(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)z', 'x')",
                "#set($s = 'a')#set($s = $s.repeat(190000))$s.matches('(a|b)*')",
                "#set($s = 'x')#set($s = $s.repeat(100000))$s$s$s",
                "#set($s = 'ab')#set($s = $s.repeat(50000))#foreach($i in [1..1000])#if($s.indexOf('zz') > 0)x#end#end",
                "#set($s = 'ab')#set($s = $s.repeat(50000))#foreach($i in [1..1000])#set($t = $s.substring(1))#if($s == $t)x#end#end",
                "#set($s = 'a')#set($s = $s.repeat(100000))#set($t = $s.substring(50000))#set($t = $t + 'b')$s.contains($t)",
                "#set($s = 'a')#set($s = $s.repeat(20000))$s.matches($s)",
                "#set($s = 'a')$input.path($s.repeat(20000))",
                "#set($s = 'x')#set($s = $s.repeat(190000))#foreach($i in [1..100])#set($x = $s.toUpperCase())#end",
            })
    void nothingRunsForEverOrFillsTheMemory(String template) {
        assertLimit(template, "");
    }

    /** Within a fiftieth of what a rendering may do, so that the test takes no time when the rule holds. */
    private static void assertLimit(String template, String body) {
        MappingTemplate compiled = Templates.compiled(template);
        Budget budget = new Budget(new Budget.Limits(400_000, 200_000, 1_280_000, 400_000, 50_000));
        assertThatExceptionOfType(TemplateFailureException.class)
                .isThrownBy(() -> assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> compiled.render(body(body).scope(), budget)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(TemplateFailureException.Reason.LIMIT));
    }

    @Test
    void aJsonPathCannotRunForEver() {
        StringBuilder deep = new StringBuilder("1");
        for (int i = 0; i < 200; i++) {
            deep.insert(0, "{\"a\":").append(",\"b\":1}");
        }
        assertLimit("$input.json('$..*..*..*..*')", deep.toString());
        String longNames = "{\"" + "k".repeat(1_000) + "\":";
        assertLimit("$input.json('$..none')", longNames.repeat(150) + "1" + "}".repeat(150));
        assertThatThrownBy(() -> body("{\"a\":[{\"x\":\"aaaa\"}]}").render("$input.path('$.a[?(@.x =~ /(a+)+b/)]')"))
                .hasMessageContaining("regular expression");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#set($r = [1..60000])$r.size()",
                "#set($s = 'a,')#set($s = $s.repeat(60000))$s.split(',').size()",
                "#set($r = [1..40000])#set($x = $r.addAll($r))$r.size()",
                "#set($r = [1..40000])$r.subList(0, 20000).size()",
                "#set($r = [1..40000])$r.toArray().size()",
                "#foreach($i in [1..100])#set($x = $util.parseJson('[1,2,3,4,5,6,7,8,9]'))#set($r = [1..1000])#end",
                "#set($x = $input.path('$.a'))$x",
            })
    void aTemplateKeepsOnlySoManyValues(String template) {
        String body = "{\"a\":[" + "\"\",".repeat(60_000) + "1]}";
        assertThatThrownBy(() -> Templates.compiled(template)
                        .render(
                                body(body).scope(),
                                new Budget(new Budget.Limits(1_000_000, 1 << 20, 1 << 24, 1 << 20, 50_000))))
                .isInstanceOf(TemplateFailureException.class)
                .hasMessageContaining("more than 50000 values");
    }

    @Test
    void anOrdinaryTemplateIsFarFromTheBounds() {
        String row = "{\"id\":123456,\"name\":\"Rex\",\"tags\":[\"a\",\"b\"],\"price\":249.99},";
        assertThat(body("[" + row.repeat(20_000) + "{}]")
                        .render("#set($r = $input.path('$'))$r.size()#foreach($e in $r)$e.name#end"))
                .startsWith("20001Rex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$input.json('$')", "$input.path('$.a')", "$util.parseJson($input.body)"})
    void aBodyNestedWithoutEndFails(String template) {
        for (String opening : new String[] {"[", "{\"a\":"}) {
            assertThatThrownBy(() -> body(opening.repeat(500_000)).render(template))
                    .isInstanceOf(TemplateFailureException.class);
        }
    }

    @Test
    void aLargeBodyPassesThrough() {
        String large = "{\"a\":\"" + "x".repeat(9_000_000) + "\"}";
        assertThat(body(large).render("$input.json('$')")).hasSize(large.length());
    }

    @Test
    void aFailureTellsItsReasonAndNoValues() {
        assertThatThrownBy(() -> request().query("q", "secret").render("$input.params('q').substring(99)"))
                .isInstanceOfSatisfying(TemplateFailureException.class, e -> {
                    assertThat(e.reason()).isEqualTo(TemplateFailureException.Reason.ERROR);
                    assertThat(e).hasMessage("The mapping template's call of 'substring' failed");
                });
    }

    @Test
    void aTemplateNestedTooDeeplyIsASyntaxError() {
        assertThatThrownBy(() ->
                        MappingTemplate.compile("#if(" + "(".repeat(100_000) + "1" + ")".repeat(100_000) + ")#end"))
                .isInstanceOf(TemplateSyntaxException.class);
    }
}
