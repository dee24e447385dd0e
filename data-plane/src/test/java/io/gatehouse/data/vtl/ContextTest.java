// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import static io.gatehouse.data.vtl.Templates.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code $context} and {@code $stageVariables}. */
class ContextTest {
    @Test
    void factsAreReadToAnyDepthAndMissingOnesAreEmpty() {
        Templates with = request()
                .fact("requestId", "r-1")
                .fact("requestTimeEpoch", 1700000000000L)
                .fact(
                        "identity",
                        Map.of("sourceIp", "192.0.2.1", "clientCert", Map.of("validity", Map.of("notAfter", "x"))));
        assertThat(with.render("$context.requestId $context.requestTimeEpoch ${context.identity.sourceIp}"))
                .isEqualTo("r-1 1700000000000 192.0.2.1");
        assertThat(with.render("$context.identity.clientCert.validity.notAfter"))
                .isEqualTo("x");
        assertThat(with.render("[$context.unknown][$context.authorizer.claims.sub][$context.identity.user]"))
                .isEqualTo("[][][]");
        assertThat(with.render("#foreach($k in $context.identity.keySet())$k #end"))
                .contains("sourceIp ");
    }

    @Test
    void factsCannotBeChanged() {
        Templates with = request().fact("requestId", "r-1").fact("identity", Map.of("user", "u"));
        assertThat(
                        with.render(
                                "#set($context.requestId = 'x')#set($context.identity.user = 'x')$context.requestId $context.identity.user"))
                .isEqualTo("r-1 u");
        assertThatThrownBy(() -> with.render("$context.identity.put('user', 'x')"))
                .isInstanceOf(TemplateFailureException.class);
    }

    @Test
    void requestOverridesAreReadBack() {
        Templates with = request().header("header1", "a").header("header2", "b");
        String text = with.render("""
                #set($override = "foo")
                #set($joined = "$input.params('header1')$input.params('header2')")
                #set($context.requestOverride.header.header3 = $joined)
                #set($context.requestOverride.header.x-many = [$override, $joined])
                #set($context.requestOverride.header["X-Index"] = 7)
                #set($context.requestOverride.path.proxy = "p")
                #set($context.requestOverride.querystring.q = "v")
                body""");
        assertThat(text.strip()).isEqualTo("body");
        assertThat(with.context().requestHeaders())
                .containsEntry("header3", List.of("ab"))
                .containsEntry("x-many", List.of("foo", "ab"))
                .containsEntry("X-Index", List.of("7"));
        assertThat(with.context().requestPath()).containsExactly(Map.entry("proxy", "p"));
        assertThat(with.context().requestQuerystring()).containsExactly(Map.entry("q", List.of("v")));
        assertThat(with.context().responseStatus()).isEmpty();
    }

    @Test
    void whatTheRequestTemplateSetsTheResponseTemplateReads() {
        TemplateContext shared = new TemplateContext(Map.of("stage", "test"));
        request()
                .context(shared)
                .withBody("{\"a\":{\"b\":1}}")
                .render(
                        "#set($context.requestOverride.path.body = $input.path('$.a'))#set($context.custom = 'mine')"
                                + "#set($context.responseOverride.status = 444)#set($context.responseOverride.header.foo = 'bar'){}");
        assertThat(request()
                        .context(shared)
                        .render("$context.requestOverride.path.body.b $context.custom $context.responseOverride.status"
                                + " $context.responseOverride.header.foo $context.stage"))
                .isEqualTo("1 mine 444 bar test");
        assertThat(shared.responseStatus()).contains("444");
        assertThat(shared.responseHeaders()).containsExactly(Map.entry("foo", List.of("bar")));
    }

    @Test
    void aStatusReadsBackAsText() {
        assertThat(request()
                        .render("#set($context.responseOverride.status = 444)"
                                + "#if($context.responseOverride.status.length() == 3)text#end"))
                .isEqualTo("text");
    }

    @Test
    void theSameParameterIsOverriddenOncePerTemplate() {
        assertThatThrownBy(
                        () -> request()
                                .render(
                                        "#set($context.responseOverride.status = 200)#set($context.responseOverride.status = 400)"))
                .isInstanceOf(TemplateFailureException.class);
        assertThatThrownBy(() -> request()
                        .render("#set($context.requestOverride.header.a = 1)"
                                + "$context.requestOverride.header.put('a', 2)"))
                .isInstanceOf(TemplateFailureException.class);
        TemplateContext shared = new TemplateContext(Map.of());
        request().context(shared).render("#set($context.responseOverride.status = 200)");
        request().context(shared).render("#set($context.responseOverride.status = 400)");
        assertThat(shared.responseStatus()).contains("400");
    }

    @Test
    void unsetOverridesAreEmpty() {
        assertThat(
                        request()
                                .render(
                                        "[$context.requestOverride.header.x][$context.responseOverride.status][$context.requestOverride.path.p.q]"))
                .isEqualTo("[][][]");
    }

    @Test
    void stageVariablesAreReadInEverySyntax() {
        Templates with = request().stageVariable("url", "u").stageVariable("a-b", "h");
        assertThat(
                        with.render(
                                "$stageVariables.url ${stageVariables.url} $stageVariables.get('url') ${stageVariables['url']} $stageVariables['url']"))
                .isEqualTo("u u u u u");
        assertThat(with.render("${stageVariables['a-b']}$stageVariables.a-b")).isEqualTo("hh");
        assertThat(with.render("[$stageVariables.version][${stageVariables['none']}]"))
                .isEqualTo("[][]");
        assertThat(with.render("#foreach($k in $stageVariables.keySet())$k=$stageVariables.get($k);#end"))
                .isEqualTo("url=u;a-b=h;");
    }
}
