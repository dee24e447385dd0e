// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.Uberspect;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a template can do with a value, in one place. Velocity asks here instead of using reflection, so what no
 * table lists does not exist: no class, class loader, file or thread is in reach, and a native executable needs to know
 * none of the classes whose methods are called.
 */
final class Vocabulary implements Uberspect {
    private static final Operation.Table NOTHING = new Operation.Table();

    private static final Operation.Table CONTEXT = new Operation.Table()
            .with("get", 1, (target, arguments, budget) -> context(target).get(Arguments.text(arguments[0], budget)))
            .with(
                    "containsKey",
                    1,
                    (target, arguments, budget) -> context(target).get(Arguments.text(arguments[0], budget)) != null)
            .with(
                    "keySet",
                    0,
                    (target, arguments, budget) -> context(target).members().keySet())
            .with(
                    "entrySet",
                    0,
                    (target, arguments, budget) -> context(target).members().entrySet())
            .with("toString", 0, (target, arguments, budget) -> Printer.text(target, budget));

    private static final Operation.Table OVERRIDES = new Operation.Table()
            .with(
                    "get",
                    1,
                    (target, arguments, budget) -> ((Overrides) target).read(Arguments.text(arguments[0], budget)));

    @Override
    public void init() {}

    private static TemplateContext context(Object target) {
        return (TemplateContext) target;
    }

    private static Operation.Table operations(Object target) {
        return switch (target) {
            case String text -> TextOperations.TABLE;
            case InputVariable input -> InputVariable.TABLE;
            case UtilVariable util -> UtilVariable.TABLE;
            case ForeachScope loop -> ScalarOperations.FOREACH;
            case TemplateContext context -> CONTEXT;
            case Overrides overrides -> OVERRIDES;
            case Number number -> ScalarOperations.NUMBER;
            case Boolean truth -> ScalarOperations.BOOLEAN;
            case Map<?, ?> map -> CollectionOperations.MAP;
            case List<?> list -> CollectionOperations.LIST;
            case Collection<?> collection -> CollectionOperations.COLLECTION;
            case Map.Entry<?, ?> entry -> CollectionOperations.ENTRY;
            case Iterator<?> iterator -> CollectionOperations.ITERATOR;
            default -> NOTHING;
        };
    }

    @Override
    public @Nullable VelMethod getMethod(@Nullable Object target, String name, Object[] arguments, Info where) {
        if (target == null) {
            return null;
        }
        if (target instanceof Absent) {
            return new Call(name, (absent, any, budget) -> null);
        }
        Operation operation = operations(target).find(name, arguments.length);
        return operation == null ? null : new Call(name, operation);
    }

    @Override
    public @Nullable VelPropertyGet getPropertyGet(@Nullable Object target, String name, Info where) {
        return switch (target) {
            case null -> null;
            case Absent absent -> new Get(name, any -> null);
            case InputVariable input -> name.equals("body") ? new Get(name, any -> ((InputVariable) any).body()) : null;
            case TemplateContext context -> new Get(name, any -> context(any).get(name));
            case Overrides overrides -> new Get(name, any -> ((Overrides) any).read(name));
            case ForeachScope loop -> getter(target, name);
            case Map<?, ?> map -> new Get(name, any -> ((Map<?, ?>) any).get(name));
            default -> getter(target, name);
        };
    }

    /** A property by its accessor: {@code $entry.key} is {@code getKey()}, {@code $text.empty} is {@code isEmpty()}. */
    private static @Nullable VelPropertyGet getter(Object target, String name) {
        Operation.Table operations = operations(target);
        String capitalised = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        Operation found = operations.find("get" + capitalised, 0);
        if (found == null) {
            found = operations.find("is" + capitalised, 0);
        }
        if (found == null) {
            return null;
        }
        Operation operation = found;
        return new Get(name, any -> operation.call(any, new Object[0], Budget.current()));
    }

    @Override
    public @Nullable VelPropertySet getPropertySet(@Nullable Object target, String name, Object value, Info where) {
        return switch (target) {
            case TemplateContext context ->
                context.accepts(name) ? new Set(name, (any, it) -> context(any).set(name, it)) : null;
            case Overrides overrides ->
                overrides.accepts(name)
                        ? new Set(name, (any, it) -> ((Overrides) any).set(name, it, Budget.current()))
                        : null;
            case Overrides.Group group ->
                new Set(name, (any, it) -> ((Overrides.Group) any).set(name, it, Budget.current()));
            case ForeachScope loop -> null;
            case ReadOnlyMap map -> null;
            case Map<?, ?> map -> new Set(name, (any, it) -> put((Map<?, ?>) any, name, it));
            case null, default -> null;
        };
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<?, ?> map, String name, Object value) {
        ((Map<String, Object>) map).put(name, value);
    }

    @Override
    public @Nullable Iterator<?> getIterator(@Nullable Object target, Info where) {
        return switch (target) {
            case null -> null;
            case Absent absent -> Collections.emptyIterator();
            case ForeachScope loop -> null;
            case Map<?, ?> map -> new Elements(map.values().iterator());
            case Iterable<?> iterable -> new Elements(iterable.iterator());
            case Iterator<?> iterator -> new Elements(iterator);
            default -> null;
        };
    }

    /** The elements of a loop, where null is absent so that the loop's reference never prints itself. */
    private record Elements(Iterator<?> source) implements Iterator<Object> {
        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public Object next() {
            Object element = source.next();
            return element == null ? Absent.VALUE : element;
        }
    }

    private static @Nullable Object given(@Nullable Object argument) {
        return argument instanceof Absent ? null : argument;
    }

    private static Object shown(@Nullable Object result) {
        return result == null ? Absent.VALUE : result;
    }

    private static TemplateFailureException failed(String name) {
        return new TemplateFailureException(
                TemplateFailureException.Reason.ERROR, "The mapping template's call of '" + name + "' failed");
    }

    /** A method, bound to its name. */
    private record Call(String name, Operation operation) implements VelMethod {
        @Override
        public Object invoke(Object target, Object[] arguments) {
            Budget budget = Budget.current();
            @Nullable Object[] given = new Object[arguments.length];
            for (int i = 0; i < given.length; i++) {
                given[i] = given(arguments[i]);
                scan(given[i], budget);
            }
            budget.step(1);
            scan(target, budget);
            Object result;
            try {
                result = operation.call(target, given, budget);
            } catch (TemplateFailureException e) {
                throw e;
            } catch (RuntimeException e) {
                throw failed(name);
            }
            if (result instanceof String text) {
                budget.text(text.length());
            }
            return shown(result);
        }

        private static void scan(@Nullable Object value, Budget budget) {
            if (value instanceof String text) {
                budget.scan(text.length());
            }
        }

        @Override
        public boolean isCacheable() {
            return true;
        }

        @Override
        public String getMethodName() {
            return name;
        }

        @Override
        @SuppressWarnings("NullAway") // no reflection, so there is none; Velocity only hands it to handlers of its own
        public java.lang.reflect.Method getMethod() {
            return null;
        }

        @Override
        public Class<?> getReturnType() {
            return Object.class;
        }
    }

    @FunctionalInterface
    private interface Getter {
        @Nullable
        Object get(Object target);
    }

    private record Get(String name, Getter getter) implements VelPropertyGet {
        @Override
        public Object invoke(Object target) {
            return shown(getter.get(target));
        }

        @Override
        public boolean isCacheable() {
            return true;
        }

        @Override
        public String getMethodName() {
            return name;
        }
    }

    @FunctionalInterface
    private interface Setter {
        void set(Object target, Object value);
    }

    private record Set(String name, Setter setter) implements VelPropertySet {
        @Override
        public Object invoke(Object target, @Nullable Object value) {
            setter.set(target, shown(value));
            return Absent.VALUE;
        }

        @Override
        public boolean isCacheable() {
            return true;
        }

        @Override
        public String getMethodName() {
            return name;
        }
    }
}
