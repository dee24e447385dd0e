// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import static io.gatehouse.data.vtl.Templates.body;
import static io.gatehouse.data.vtl.Templates.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The language itself: directives, expressions, white space, syntax errors. */
class LanguageTest {
    @Test
    void plainTextIsKept() {
        for (String text : List.of(
                "{statusCode: 200}",
                "{\"price\": \"$ 5\", \"a\": \"$\", \"b\": \"$.foo\"}",
                "a # b #1 ## comment".substring(0, 8),
                "50% \\n {}",
                "")) {
            assertThat(request().render(text)).isEqualTo(text);
        }
    }

    @Test
    void anUndefinedVariablePrintsItselfUnlessQuiet() {
        assertThat(request().render("$foo ${foo} $foo.bar $foo.bar() [$!foo][$!{foo.bar}]"))
                .isEqualTo("$foo ${foo} $foo.bar $foo.bar() [][]");
        assertThat(request().render("#set($t = 'x')$t.noSuchMethod() $t.noSuchProperty $util.noSuch(1) $input.noSuch"))
                .isEqualTo("$t.noSuchMethod() $t.noSuchProperty $util.noSuch(1) $input.noSuch");
    }

    @Test
    void conditionsFollowVelocityOne() {
        assertThat(request().render("#if('' == '')a#end#if($none)b#elseif(1 < 2)c#{else}d#end"))
                .isEqualTo("ac");
        assertThat(request().render("#set($t = '')#if($t)an empty text is true#end"))
                .isEqualTo("an empty text is true");
        assertThat(request().render("#if(true && !false || $none)x#end#if(1 == 1.0)y#end#if('1' == 1)z#end"))
                .isEqualTo("xyz");
        assertThat(request().render("#if('5' > 3)x#{else}a text is no number#end"))
                .isEqualTo("a text is no number");
        assertThat(request().render("#if(2 >= 2 && 2 <= 2 && 3 > 2 && 1 != 2)x#end#if(1 eq 1 and 2 gt 1)y#end"))
                .isEqualTo("xy");
    }

    @Test
    void numbersAreCalculated() {
        assertThat(
                        request()
                                .render(
                                        "#set($a = 7)#set($b = $a + 3)#set($c = $b * 2 - 1)#set($d = $c / 2)#set($e = $c % 5)$b $c $d $e"))
                .isEqualTo("10 19 9 4");
        assertThat(request().render("#set($a = 1 / 0)$!a#set($b = -5)$b#set($c = 1.5 + 1)$c"))
                .isEqualTo("-52.5");
        assertThat(request().render("#set($Integer = 0)#set($n = $Integer.parseInt('41') + 1)$n"))
                .isEqualTo("42");
    }

    @Test
    void textsAreJoined() {
        assertThat(request().render("#set($a = 'x' + 1 + true)$a#set($b = \"${a}-\" + $none)$b"))
                .isEqualTo("x1truex1true-$none");
        assertThat(request()
                        .query("q", "v")
                        .render("#set($s = \"<$input.params('q')>#if(true)y#end\")$s '$s' #set($r = '$s')$r"))
                .isEqualTo("<v>y '<v>y' $s");
    }

    @Test
    void loopsKnowTheirPlace() {
        assertThat(
                        request()
                                .render(
                                        "#foreach($i in [1..3])$i:$foreach.index/$foreach.count$velocityCount#if($foreach.hasNext),#end#end"))
                .isEqualTo("1:0/11,2:1/22,3:2/33");
        assertThat(request().render("#foreach($a in ['x','y'])#foreach($b in [1,2])$foreach.parent.count$b#end#end"))
                .isEqualTo("11122122");
        assertThat(request().render("#foreach($i in [3..1])$i#if($foreach.first)f#end#if($foreach.last)l#end#end"))
                .isEqualTo("3f21l");
        assertThat(body("{\"a\":{\"x\":1,\"y\":2}}").render("#foreach($v in $input.path('$.a'))$v#end"))
                .isEqualTo("12");
        assertThat(request().render("#foreach($i in [1..9])#if($i == 3)#break#end$i#end!"))
                .isEqualTo("12!");
        assertThat(request().render("#foreach($i in [])x#{else}none#end#foreach($i in $nothing)x#end"))
                .isEqualTo("none");
        assertThat(body("[null,1]").render("#foreach($i in $input.path('$'))[$i]#end"))
                .isEqualTo("[][1]");
    }

    @Test
    void stopEndsTheTemplate() {
        assertThat(request().render("a#stop b")).isEqualTo("a");
        assertThat(request().render("#foreach($i in [1..3])$i#if($i == 2)#stop#end,#end after"))
                .isEqualTo("1,2");
    }

    @Test
    void breakEndsTheInnermostLoopAlone() {
        assertThat(request()
                        .render("#foreach($a in ['x','y'])#foreach($b in [1..9])#if($b == 2)#break#end$a$b#end;#end"))
                .isEqualTo("x1;y1;");
        assertThat(request().render("#foreach($a in [1..3])#foreach($b in [1..9])$b#break($foreach.parent)#end$a#end!"))
                .isEqualTo("1!");
    }

    @Test
    void theCountersOfVelocityOneAreThereToo() {
        assertThat(request().render("#foreach($i in ['a','b'])$velocityCount$i#if($velocityHasNext),#end#end"))
                .isEqualTo("1a,2b");
    }

    @Test
    void aDollarSignIsEscapedWithABackslash() {
        assertThat(request().render("#set($a = 'v')\\$a \\\\$a \\$none $$a \\#if"))
                .isEqualTo("$a \\v \\$none $v #if");
    }

    @Test
    void aReferenceEndsWhereItsNameEnds() {
        assertThat(request().render("#set($a = 'v')$a. $a, ${a}b $a-1 ($a) \"$a\" $a.length(). $!{a}b $!none."))
                .isEqualTo("v. v, vb $a-1 (v) \"v\" 1. vb .");
    }

    @Test
    void definitionsAndMacrosWork() {
        assertThat(request().render("#define($block)<$x>#end#set($x = 1)$block#set($x = 2)$block"))
                .isEqualTo("<1><2>");
        assertThat(request().render("#macro(twice $v)$v$v#end#twice('ab')#twice(1)"))
                .isEqualTo("abab11");
        assertThat(request().render("#macro(greet)hi#end#@greet()#end")).isEqualTo("hi");
    }

    @Test
    void aMacroBelongsToItsTemplateAlone() {
        request().render("#macro(mine)first#end#mine()");
        assertThat(request().render("#macro(mine)second#end#mine()")).isEqualTo("second");
        assertThat(request().render("#mine()")).isEqualTo("#mine()");
    }

    @Test
    void variablesBelongToOneRendering() {
        MappingTemplate template = Templates.compiled("$!x#set($x = 'set')");
        assertThat(template.render(request().scope())).isEmpty();
        assertThat(template.render(request().scope())).isEmpty();
    }

    @Test
    void commentsVanish() {
        assertThat(request().render("a## rest\nb#* many\nlines *#c#** doc *#d#[[ $raw #if ]]#"))
                .isEqualTo("ab\nc".replace("\n", "") + "d $raw #if ");
    }

    @Test
    void aDirectiveTakesItsLineEndAsInVelocityOne() {
        assertThat(request().render("{\n#set($a = 1)\n  #set($b = 2)\n  \"a\": $a\n#if(true)\n  yes\n#end\n}"))
                .isEqualTo("{\n  \"a\": 1\n  yes\n}");
    }

    @Test
    void theDocumentedTemplateForAllParametersGivesJson() {
        String template = """
                #set($allParams = $input.params())
                {
                  "params" : {
                    #foreach($type in $allParams.keySet())
                    #set($params = $allParams.get($type))
                    "$type" : {
                      #foreach($paramName in $params.keySet())
                      "$paramName" : "$util.escapeJavaScript($params.get($paramName))"
                      #if($foreach.hasNext),#end
                      #end
                    }
                    #if($foreach.hasNext),#end
                    #end
                  }
                }
                """;
        assertThat(request()
                        .path("id", "1")
                        .query("a", "x")
                        .query("b", "\"y\"")
                        .render(template)
                        .replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"params\":{\"path\":{\"id\":\"1\"},\"querystring\":{\"a\":\"x\",\"b\":\"\\\"y\\\"\"},\"header\":{}}}");
    }

    @Test
    void anElseWithoutAFollowingSpaceIsWrittenInBraces() {
        String template =
                "{\"op\": #if($input.params('operator')=='%2F')\"/\"#{else}\"$input.params('operator')\"#end}";
        assertThat(request().query("operator", "+").render(template)).isEqualTo("{\"op\": \"+\"}");
        assertThat(request().query("operator", "%2F").render(template)).isEqualTo("{\"op\": \"/\"}");
    }

    @Test
    void syntaxErrorsNameTheirPlace() {
        assertThatThrownBy(() -> MappingTemplate.compile("{\n  #if(true)\n"))
                .isInstanceOfSatisfying(TemplateSyntaxException.class, e -> {
                    assertThat(e.line()).isGreaterThanOrEqualTo(2);
                    assertThat(e)
                            .hasMessageStartingWith("Mapping template, line " + e.line() + ", column " + e.column());
                });
        assertThatThrownBy(() -> MappingTemplate.compile("ok\n #set($a = )"))
                .isInstanceOfSatisfying(
                        TemplateSyntaxException.class, e -> assertThat(e.line()).isEqualTo(2));
        assertThatThrownBy(() -> MappingTemplate.compile("a\n#foreach($x)#end"))
                .isInstanceOfSatisfying(
                        TemplateSyntaxException.class, e -> assertThat(e.line()).isEqualTo(2));
        assertThatThrownBy(() -> MappingTemplate.compile("#set($x = 'a)")).isInstanceOf(TemplateSyntaxException.class);
        assertThatThrownBy(() -> MappingTemplate.compile("a\nb #set($x = \"#if(\")"))
                .isInstanceOfSatisfying(
                        TemplateSyntaxException.class, e -> assertThat(e.line()).isEqualTo(2));
        assertThatThrownBy(() -> MappingTemplate.compile("#end")).isInstanceOf(TemplateSyntaxException.class);
    }

    @Test
    void windowsLineEndsAreLineEnds() {
        assertThat(request().render("{\r\n#set($a = 1)\r\n\"a\": $a\r\n}")).isEqualTo("{\r\n\"a\": 1\r\n}");
    }

    @Test
    void aLongSumCompiles() {
        assertThat(request().render("#set($x = 0" + " + 1".repeat(500) + ")$x")).isEqualTo("500");
    }

    @Test
    void oneTemplateServesManyThreads() throws Exception {
        MappingTemplate template = Templates.compiled("#foreach($i in [1..20])$input.path('$.a')$i#end");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                TemplateScope scope = body("{\"a\":" + i + "}").scope();
                calls.add(() -> template.render(scope));
            }
            int number = 0;
            for (Future<String> result : threads.invokeAll(calls)) {
                assertThat(result.get()).startsWith(number + "1" + number + "2").hasSizeGreaterThan(40);
                number++;
            }
        }
    }
}
