// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import io.gatehouse.data.vtl.BodyReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads mapping expressions once, when a stage is published. */
final class ValueExpression {
    private final Map<String, String> stageVariables;
    private final String body;

    private ValueExpression(Map<String, String> stageVariables, String body) {
        this.stageVariables = stageVariables;
        this.body = body;
    }

    /** For mappings to the backend's request. */
    static ValueExpression ofRequest(Map<String, String> stageVariables) {
        return new ValueExpression(stageVariables, "method.request.body");
    }

    /** For mappings to the client's answer. */
    static ValueExpression ofResponse(Map<String, String> stageVariables) {
        return new ValueExpression(stageVariables, "integration.response.body");
    }

    /** The source that an expression names; one without a value for an expression that means nothing. */
    ValueSource parse(String expression) {
        if (expression.length() >= 2 && expression.startsWith("'") && expression.endsWith("'")) {
            return new ValueSource.Fixed(expression.substring(1, expression.length() - 1));
        }
        String rest;
        if ((rest = after(expression, "method.request.header.")) != null) {
            return new ValueSource.RequestHeader(rest, false);
        }
        if ((rest = after(expression, "method.request.multivalueheader.")) != null) {
            return new ValueSource.RequestHeader(rest, true);
        }
        if ((rest = after(expression, "method.request.querystring.")) != null) {
            return new ValueSource.Query(rest, false);
        }
        if ((rest = after(expression, "method.request.multivaluequerystring.")) != null) {
            return new ValueSource.Query(rest, true);
        }
        if ((rest = after(expression, "method.request.path.")) != null) {
            return new ValueSource.Path(rest);
        }
        return notOfTheRequest(expression);
    }

    private ValueSource notOfTheRequest(String expression) {
        String rest;
        if ((rest = after(expression, "integration.response.header.")) != null) {
            return new ValueSource.ResponseHeader(rest, false);
        }
        if ((rest = after(expression, "integration.response.multivalueheader.")) != null) {
            return new ValueSource.ResponseHeader(rest, true);
        }
        if ((rest = after(expression, "context.")) != null) {
            return new ValueSource.Context(List.of(rest.split("\\.")));
        }
        if ((rest = after(expression, "stageVariables.")) != null) {
            String value = stageVariables.get(rest);
            return value == null ? new ValueSource.Nothing() : new ValueSource.Fixed(value);
        }
        return (rest = after(expression, body)) == null ? new ValueSource.Nothing() : body(rest);
    }

    private static ValueSource body(String place) {
        if (place.isEmpty()) {
            return new ValueSource.Body(null);
        }
        boolean path = (place.startsWith(".") || place.startsWith("[")) && BodyReader.isPath("$" + place);
        return path ? new ValueSource.Body("$" + place) : new ValueSource.Nothing();
    }

    private static @Nullable String after(String expression, String prefix) {
        return expression.startsWith(prefix) ? expression.substring(prefix.length()) : null;
    }
}
