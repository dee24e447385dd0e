// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import static io.gatehouse.data.vtl.Arguments.text;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code $input}. The body is parsed when a template first asks for a part of it. */
final class InputVariable {
    static final Operation.Table TABLE = new Operation.Table()
            .with(
                    "json",
                    1,
                    (target, arguments, budget) -> ((InputVariable) target).json(text(arguments[0], budget), budget))
            .with("path", 1, (target, arguments, budget) -> ((InputVariable) target).path(text(arguments[0], budget)))
            .with("params", 0, (target, arguments, budget) -> ((InputVariable) target).params())
            .with(
                    "params",
                    1,
                    (target, arguments, budget) -> ((InputVariable) target).params(text(arguments[0], budget)))
            .with("getBody", 0, (target, arguments, budget) -> ((InputVariable) target).body());

    /** What AWS shows where the client sent nothing. */
    private static final String NOTHING = "{}";

    private final TemplateScope scope;
    private JsonText.@Nullable Document parsed;

    InputVariable(TemplateScope scope) {
        this.scope = scope;
    }

    String body() {
        return scope.body().isEmpty() ? NOTHING : scope.body();
    }

    /** JSON text of what the path finds; an empty JSON text where it finds nothing, so that the output stays JSON. */
    private String json(String path, Budget budget) {
        Object found = path(path);
        return found == null && !path.equals("$") ? "\"\"" : Printer.json(found, budget);
    }

    private @Nullable Object path(String path) {
        return JsonPaths.find(document(), path.isEmpty() ? "$" : path);
    }

    private Object params(String name) {
        String value = scope.parameters().find(name);
        return value == null ? "" : value;
    }

    private Map<String, Object> params() {
        Map<String, Object> groups = new LinkedHashMap<>(4);
        groups.put("path", new ReadOnlyMap(scope.parameters().path()));
        groups.put("querystring", new ReadOnlyMap(scope.parameters().querystring()));
        groups.put("header", new ReadOnlyMap(scope.parameters().header()));
        return groups;
    }

    private JsonText.Document document() {
        JsonText.Document document = parsed;
        if (document == null) {
            try {
                document = JsonText.read(body());
            } catch (IOException e) {
                throw new TemplateFailureException(
                        TemplateFailureException.Reason.BODY_NOT_JSON,
                        "The mapping template reads the body as JSON, and it is not");
            }
            parsed = document;
        }
        return document;
    }
}
