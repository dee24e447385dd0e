// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renders one template for a test, with what the test says about the request. */
final class Templates {
    private String body = "";
    private final Map<String, String> path = new LinkedHashMap<>();
    private final Map<String, String> querystring = new LinkedHashMap<>();
    private final Map<String, String> header = new LinkedHashMap<>();
    private final Map<String, Object> facts = new HashMap<>();
    private final Map<String, String> stageVariables = new LinkedHashMap<>();
    private TemplateContext context = new TemplateContext(facts);

    static Templates request() {
        return new Templates();
    }

    static Templates body(String body) {
        return request().withBody(body);
    }

    Templates withBody(String text) {
        body = text;
        return this;
    }

    Templates path(String name, String value) {
        path.put(name, value);
        return this;
    }

    Templates query(String name, String value) {
        querystring.put(name, value);
        return this;
    }

    Templates header(String name, String value) {
        header.put(name, value);
        return this;
    }

    Templates fact(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    Templates stageVariable(String name, String value) {
        stageVariables.put(name, value);
        return this;
    }

    Templates context(TemplateContext given) {
        context = given;
        return this;
    }

    TemplateContext context() {
        return context;
    }

    TemplateScope scope() {
        return new TemplateScope(body, new RequestParameters(path, querystring, header), context, stageVariables);
    }

    String render(String template) {
        return compiled(template).render(scope());
    }

    static MappingTemplate compiled(String template) {
        try {
            return MappingTemplate.compile(template);
        } catch (TemplateSyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
