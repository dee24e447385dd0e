// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import static io.gatehouse.data.vtl.Templates.body;
import static io.gatehouse.data.vtl.Templates.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** {@code $input}: body, JSON paths and parameters. */
class InputTest {
    @Test
    void theBodyIsTheTextAsItCame() {
        assertThat(body("{ \"a\" : 1 } ").render("<$input.body>")).isEqualTo("<{ \"a\" : 1 } >");
        assertThat(body("no json").render("$input.body")).isEqualTo("no json");
    }

    @Test
    void anAbsentBodyIsAnEmptyObject() {
        assertThat(request().render("MessageBody=$input.body")).isEqualTo("MessageBody={}");
        assertThat(request().render("$input.json('$')")).isEqualTo("{}");
        assertThat(request().render("[$input.path('$.a')]")).isEqualTo("[]");
    }

    @Test
    void jsonIsCompactAndKeepsOrderAndKinds() {
        String text = "{ \"z\": [1, 2.5, true, null, \"t\\\"\\n\"], \"a\": {\"b\": \"é/\"} }";
        assertThat(body(text).render("$input.json('$')"))
                .isEqualTo("{\"z\":[1,2.5,true,null,\"t\\\"\\n\"],\"a\":{\"b\":\"é/\"}}");
        assertThat(body(text).render("$input.json(\"$\")")).isEqualTo(body(text).render("$input.json('$')"));
        assertThat(body(text).render("$input.json('$.a')")).isEqualTo("{\"b\":\"é/\"}");
        assertThat(body(text).render("$input.json('$.a.b')")).isEqualTo("\"é/\"");
        assertThat(body(text).render("$input.json(\"$.z[1]\")")).isEqualTo("2.5");
    }

    @Test
    void jsonOfAMissingPathIsAnEmptyText() {
        assertThat(body("{\"a\":1}").render("{\"b\": $input.json('$.b')}")).isEqualTo("{\"b\": \"\"}");
    }

    @Test
    void numbersKeepTheirDigits() {
        String text = "[249.99, 12345678901234567890, 0.12345678901234567890123, 1e999]";
        assertThat(body(text).render("$input.json('$')"))
                .isEqualTo("[249.99,12345678901234567890,0.12345678901234567890123,1E+999]");
    }

    @Test
    void aMapPrintsInJavasWayAndAListAsJson() {
        String text = "{\"json\":{\"bigger\":\"dict\",\"to\":\"test\",\"with\":\"separators\"},"
                + "\"nested\":{\"foo\":[{\"nested\":\"bar\"}]},\"list\":[{\"foo\":\"bar\"}],\"empty\":[],\"n\":{\"a\":null}}";
        assertThat(body(text).render("$input.path('$.json')")).isEqualTo("{bigger=dict, to=test, with=separators}");
        assertThat(body(text).render("$input.path('$.nested')")).isEqualTo("{foo=[{\"nested\":\"bar\"}]}");
        assertThat(body(text).render("$input.path('$.list')")).isEqualTo("[{\"foo\":\"bar\"}]");
        assertThat(body(text).render("$input.path('$.list').toString()")).isEqualTo("[{\"foo\":\"bar\"}]");
        assertThat(body(text).render("$input.path('$.json').toString()"))
                .isEqualTo("{bigger=dict, to=test, with=separators}");
        assertThat(body(text).render("$input.path('$.empty')")).isEqualTo("[]");
        assertThat(body(text).render("$input.path('$.n')")).isEqualTo("{a=null}");
    }

    @Test
    void membersAndElementsAreReachedByNameAndPosition() {
        String text = "{\"a\":{\"b\":[{\"c\":7},{\"partition-key\":\"k\"}]}}";
        String set = "#set($root = $input.path('$'))";
        assertThat(body(text).render(set + "$root.a.b[0].c")).isEqualTo("7");
        assertThat(body(text).render(set + "$root.a.b.get(0).get('c')")).isEqualTo("7");
        assertThat(body(text).render(set + "$root.a.b[1].partition-key")).isEqualTo("k");
        assertThat(body(text).render(set + "${root['a']['b'][0]['c']}")).isEqualTo("7");
        assertThat(body(text).render(set + "$root.a.b.size() $root.a.b.count() $root.size()"))
                .isEqualTo("2 2 1");
        assertThat(body(text).render(set + "[$root.a.b[9]]")).isEqualTo("[]");
    }

    @Test
    void aMissingPathIsEmptyAndEqualsNullAndTheEmptyText() {
        for (String missing : new String[] {"$.missing", "$.null", "$.missing.deep"}) {
            String set = "#set($result = $input.path('" + missing + "'))";
            Templates with = body("{\"null\":null}");
            assertThat(with.render(set + "[$result][$!result][$result.nested][$result.nested.size()]"))
                    .isEqualTo("[][][][]");
            assertThat(with.render(set + "#if($result == $null)yes#end")).isEqualTo("yes");
            assertThat(with.render(set + "#if($result == \"\")yes#end")).isEqualTo("yes");
            assertThat(with.render(set + "#if($result != \"\")yes#{else}no#end"))
                    .isEqualTo("no");
            assertThat(with.render(set + "#if($result)yes#{else}no#end")).isEqualTo("no");
            assertThat(with.render(set + "#if(!$result)no value#end")).isEqualTo("no value");
            assertThat(with.render(set + "#if(\"$!result\" != \"\")yes#{else}no#end"))
                    .isEqualTo("no");
            assertThat(with.render(set + "#foreach($e in $result)x#end")).isEmpty();
        }
    }

    @Test
    void anEmptyListIsNeitherNullNorEmptyText() {
        String set = "#set($result = $input.path('$.list'))";
        assertThat(body("{\"list\":[]}").render(set + "#if($result == $null || $result == '')no#{else}yes#end $result"))
                .isEqualTo("yes []");
    }

    @Test
    void jsonPathKnowsFiltersWildcardsAndFunctions() {
        String text = "{\"i\":[{\"id\":1,\"p\":5},{\"id\":2,\"p\":15}],\"o\":{\"k\":{\"id\":3}}}";
        assertThat(body(text).render("$input.json('$..id')")).isEqualTo("[1,2,3]");
        assertThat(body(text).render("$input.json('$.i[?(@.p > 10)].id')")).isEqualTo("[2]");
        assertThat(body(text).render("$input.json('$.i[*].id')")).isEqualTo("[1,2]");
        assertThat(body(text).render("$input.json('$.i[-1:]')")).isEqualTo("[{\"id\":2,\"p\":15}]");
        assertThat(body(text).render("$input.path('$.i.length()')")).isEqualTo("2");
        assertThat(body(text).render("$input.json(\"$['o']['k']\")")).isEqualTo("{\"id\":3}");
        assertThat(body(text).render("$input.path('$.i[?(@.p > 99)]')")).isEqualTo("[]");
    }

    @Test
    void aBodyThatIsNotJsonIsToldApart() {
        assertThatThrownBy(() -> body("{oops secret").render("$input.json('$')"))
                .isInstanceOfSatisfying(TemplateFailureException.class, e -> {
                    assertThat(e.reason()).isEqualTo(TemplateFailureException.Reason.BODY_NOT_JSON);
                    assertThat(e).hasMessageNotContaining("secret");
                });
        assertThatThrownBy(() -> body("{} {}").render("$input.path('$')")).isInstanceOf(TemplateFailureException.class);
    }

    @Test
    void anInvalidPathFails() {
        assertThatThrownBy(() -> body("{\"a\":1}").render("$input.path('$..')"))
                .isInstanceOfSatisfying(
                        TemplateFailureException.class,
                        e -> assertThat(e.reason()).isEqualTo(TemplateFailureException.Reason.ERROR));
    }

    @Test
    void aParameterIsSoughtInPathThenQueryThenHeader() {
        Templates with = request()
                .path("a", "path")
                .query("a", "query")
                .query("b", "query")
                .header("a", "h")
                .header("b", "h")
                .header("c", "h");
        assertThat(with.render("$input.params('a') $input.params('b') $input.params(\"c\")"))
                .isEqualTo("path query h");
    }

    @Test
    void aHeaderIsFoundInAnyCaseAndAMissingParameterIsEmptyText() {
        Templates with = request().header("X-Name", "v");
        assertThat(with.render("$input.params('x-nAME')")).isEqualTo("v");
        assertThat(with.render("[$input.params('none')]#if($input.params('none') == '')empty#end"))
                .isEqualTo("[]empty");
        assertThat(with.render("$input.params('none').length()")).isEqualTo("0");
    }

    @Test
    void allParametersAreMapsOfMaps() {
        Templates with = request().path("id", "7").query("q", "x").header("H", "v");
        assertThat(with.render("{\"id\": $input.params().path.id}")).isEqualTo("{\"id\": 7}");
        assertThat(with.render("$input.params().querystring.get('q')$input.params().header.H"))
                .isEqualTo("xv");
        assertThat(with.render("#foreach($t in $input.params().keySet())$t#if($foreach.hasNext),#end#end"))
                .isEqualTo("path,querystring,header");
        assertThat(with.render("$input.params().header.size() $input.params().header.keySet() $input.params()"))
                .isEqualTo("1 [H] {path={id=7}, querystring={q=x}, header={H=v}}");
        assertThat(with.render("#foreach($e in $input.params().path.entrySet())$e.key=$e.value $e.getKey()#end"))
                .isEqualTo("id=7 id");
    }

    @Test
    void parametersCannotBeChanged() {
        Templates with = request().path("id", "7");
        assertThat(with.render("#set($input.params().path.id = '8')$input.params('id')"))
                .isEqualTo("7");
        assertThatThrownBy(() -> with.render("$input.params().path.put('id', '8')"))
                .isInstanceOf(TemplateFailureException.class);
    }
}
