// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.transform;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads mapping expressions once, when a stage is published. */
final class ValueExpression {
    private final Map<String, String> stageVariables;

    ValueExpression(Map<String, String> stageVariables) {
        this.stageVariables = stageVariables;
    }

    /** The source that an expression names; one without a value for an expression that means nothing. */
    ValueSource parse(String expression) {
        if (expression.length() >= 2 && expression.startsWith("'") && expression.endsWith("'")) {
            return new ValueSource.Fixed(expression.substring(1, expression.length() - 1));
        }
        String rest;
        if ((rest = after(expression, "method.request.header.")) != null
                || (rest = after(expression, "method.request.multivalueheader.")) != null) {
            return new ValueSource.RequestHeader(rest);
        }
        if ((rest = after(expression, "method.request.querystring.")) != null
                || (rest = after(expression, "method.request.multivaluequerystring.")) != null) {
            return new ValueSource.Query(rest);
        }
        if ((rest = after(expression, "method.request.path.")) != null) {
            return new ValueSource.Path(rest);
        }
        if ((rest = after(expression, "integration.response.header.")) != null
                || (rest = after(expression, "integration.response.multivalueheader.")) != null) {
            return new ValueSource.ResponseHeader(rest);
        }
        if ((rest = after(expression, "context.")) != null) {
            return new ValueSource.Context(List.of(rest.split("\\.")));
        }
        if ((rest = after(expression, "stageVariables.")) != null) {
            String value = stageVariables.get(rest);
            return value == null ? new ValueSource.Nothing() : new ValueSource.Fixed(value);
        }
        return body(expression);
    }

    private static ValueSource body(String expression) {
        if (expression.equals("method.request.body")) {
            return new ValueSource.RequestBody(null);
        }
        if (expression.equals("integration.response.body")) {
            return new ValueSource.ResponseBody(null);
        }
        String request = after(expression, "method.request.body");
        String response = after(expression, "integration.response.body");
        try {
            if (request != null) {
                return new ValueSource.RequestBody(JsonPath.compile("$" + request));
            }
            if (response != null) {
                return new ValueSource.ResponseBody(JsonPath.compile("$" + response));
            }
        } catch (InvalidPathException unreadable) {
            return new ValueSource.Nothing();
        }
        return new ValueSource.Nothing();
    }

    private static @Nullable String after(String expression, String prefix) {
        return expression.startsWith(prefix) ? expression.substring(prefix.length()) : null;
    }
}
