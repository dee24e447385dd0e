// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import static io.gatehouse.data.vtl.Templates.body;
import static io.gatehouse.data.vtl.Templates.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** {@code $util}. */
class UtilTest {
    @Test
    void escapeJavaScriptEscapesAsEcmaScript() {
        Templates with = request().query("t", "it's \"q\" \\ a/b\n\té\u0001€");
        assertThat(with.render("$util.escapeJavaScript($input.params('t'))"))
                .isEqualTo("it\\'s \\\"q\\\" \\\\ a\\/b\\n\\t\\u00E9\\u0001\\u20AC");
        assertThat(with.render("$util.escapeJavaScript(12)")).isEqualTo("12");
    }

    @Test
    void theDocumentedWayBackToASingleQuoteWorks() {
        Templates with = request().query("t", "it's");
        assertThat(with.render("$util.escapeJavaScript($input.params('t')).replaceAll(\"\\\\'\",\"'\")"))
                .isEqualTo("it's");
    }

    @Test
    void parseJsonGivesValues() {
        String text = "{\"errorMessage\":\"{\\\"key1\\\":\\\"var1\\\",\\\"key2\\\":{\\\"arr\\\":[1,2,3]}}\"}";
        assertThat(body(text).render("#set($e = $util.parseJson($input.path('$.errorMessage')))$e.key2.arr[0] $e.key1"))
                .isEqualTo("1 var1");
        assertThat(request().render("$util.parseJson('\"s\"')$util.parseJson('[]')$util.parseJson('true')"))
                .isEqualTo("s[]true");
        assertThatThrownBy(() -> request().render("$util.parseJson('nope')"))
                .isInstanceOf(TemplateFailureException.class);
    }

    @Test
    void urlCodingIsThatOfForms() {
        assertThat(request().render("$util.urlEncode('a b/é&+') $util.urlDecode('a+b%2F%C3%A9')"))
                .isEqualTo("a+b%2F%C3%A9%26%2B a b/é");
        assertThatThrownBy(() -> request().render("$util.urlDecode('%zz')"))
                .isInstanceOf(TemplateFailureException.class);
    }

    @Test
    void base64IsOfUtf8() {
        assertThat(request().render("$util.base64Encode('é€') $util.base64Decode('w6nigqw=')"))
                .isEqualTo("w6nigqw= é€");
        assertThatThrownBy(() -> request().render("$util.base64Decode('*')"))
                .isInstanceOf(TemplateFailureException.class);
    }

    @Test
    void anAbsentArgumentGivesNothing() {
        assertThat(
                        body("{}")
                                .render(
                                        "[$util.escapeJavaScript($input.path('$.x'))][$util.parseJson($undefined)][$util.base64Encode($input.path('$.x'))]"))
                .isEqualTo("[][][]");
    }
}
