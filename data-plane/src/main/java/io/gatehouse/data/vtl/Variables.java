// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.HashMap;
import java.util.Map;
import org.apache.velocity.context.AbstractContext;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.jspecify.annotations.Nullable;

/** The variables of one rendering: those that AWS provides, and those that the template sets. */
final class Variables extends AbstractContext {
    private final Map<String, @Nullable Object> values = new HashMap<>();

    Variables(TemplateScope scope) {
        values.put("input", new InputVariable(scope));
        values.put("context", scope.context());
        values.put("stageVariables", new ReadOnlyMap(scope.stageVariables()));
        values.put("util", UtilVariable.VALUE);
    }

    @Override
    @SuppressWarnings("NullAway") // Velocity is not annotated: null is "no value"
    public Object internalGet(String key) {
        Object value = values.get(key);
        return value == null && key.startsWith("velocity") ? loop(key) : value;
    }

    /** The loop counters of Velocity 1.x. */
    private @Nullable Object loop(String key) {
        if (!(values.get("foreach") instanceof ForeachScope scope)) {
            return null;
        }
        return switch (key) {
            case "velocityCount" -> scope.getCount();
            case "velocityHasNext" -> scope.hasNext();
            default -> null;
        };
    }

    @Override
    @SuppressWarnings("NullAway")
    public Object internalPut(String key, @Nullable Object value) {
        return values.put(key, value);
    }

    @Override
    public boolean internalContainsKey(String key) {
        return values.containsKey(key);
    }

    @Override
    public String[] internalGetKeys() {
        return values.keySet().toArray(String[]::new);
    }

    @Override
    @SuppressWarnings("NullAway")
    public Object internalRemove(String key) {
        return values.remove(key);
    }
}
