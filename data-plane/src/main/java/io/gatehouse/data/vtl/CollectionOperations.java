// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import static io.gatehouse.data.vtl.Arguments.elements;
import static io.gatehouse.data.vtl.Arguments.key;
import static io.gatehouse.data.vtl.Arguments.members;
import static io.gatehouse.data.vtl.Arguments.number;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of lists, sets, maps, entries and iterators that templates may call. */
@SuppressWarnings("unchecked")
final class CollectionOperations {
    static final Operation.Table COLLECTION = new Operation.Table()
            .with("size", 0, (target, arguments, budget) -> ((Collection<?>) target).size())
            .with("count", 0, (target, arguments, budget) -> ((Collection<?>) target).size())
            .with("isEmpty", 0, (target, arguments, budget) -> ((Collection<?>) target).isEmpty())
            .with(
                    "contains",
                    1,
                    (target, arguments, budget) -> Equality.position((Collection<?>) target, arguments[0], budget) >= 0)
            .with("containsAll", 1, CollectionOperations::containsAll)
            .with("iterator", 0, (target, arguments, budget) -> ((Collection<?>) target).iterator())
            .with("toArray", 0, (target, arguments, budget) -> copy(elements(target, budget), budget))
            .with("equals", 1, (target, arguments, budget) -> Equality.same(target, arguments[0], budget))
            .with("toString", 0, (target, arguments, budget) -> Printer.text(target, budget));

    static final Operation.Table LIST = new Operation.Table()
            .withAll(COLLECTION)
            .with("get", 1, CollectionOperations::get)
            .with("set", 2, (target, arguments, budget) -> list(target).set(number(arguments[0]), arguments[1]))
            .with("add", 1, (target, arguments, budget) -> list(target).add(arguments[0]))
            .with("add", 2, CollectionOperations::insert)
            .with(
                    "addAll",
                    1,
                    (target, arguments, budget) -> list(target).addAll(copy(elements(arguments[0], budget), budget)))
            .with("remove", 1, CollectionOperations::removeElement)
            .with("clear", 0, CollectionOperations::clearList)
            .with(
                    "indexOf",
                    1,
                    (target, arguments, budget) -> Equality.position((Collection<?>) target, arguments[0], budget))
            .with("lastIndexOf", 1, CollectionOperations::lastIndexOf)
            .with(
                    "subList",
                    2,
                    (target, arguments, budget) -> copy(
                            elements(list(target).subList(number(arguments[0]), number(arguments[1])), budget),
                            budget));

    static final Operation.Table MAP = new Operation.Table()
            .with("size", 0, (target, arguments, budget) -> map(target).size())
            .with("count", 0, (target, arguments, budget) -> map(target).size())
            .with("isEmpty", 0, (target, arguments, budget) -> map(target).isEmpty())
            .with("get", 1, (target, arguments, budget) -> map(target).get(key(arguments[0])))
            .with("getOrDefault", 2, CollectionOperations::getOrDefault)
            .with("containsKey", 1, (target, arguments, budget) -> map(target).containsKey(key(arguments[0])))
            .with(
                    "containsValue",
                    1,
                    (target, arguments, budget) -> Equality.position(map(target).values(), arguments[0], budget) >= 0)
            .with("keySet", 0, (target, arguments, budget) -> map(target).keySet())
            .with("values", 0, (target, arguments, budget) -> map(target).values())
            .with("entrySet", 0, (target, arguments, budget) -> map(target).entrySet())
            .with("put", 2, CollectionOperations::put)
            .with("putIfAbsent", 2, CollectionOperations::putIfAbsent)
            .with("putAll", 1, CollectionOperations::putAll)
            .with("remove", 1, (target, arguments, budget) -> map(target).remove(key(arguments[0])))
            .with("clear", 0, CollectionOperations::clearMap)
            .with("equals", 1, (target, arguments, budget) -> Equality.same(target, arguments[0], budget))
            .with("toString", 0, (target, arguments, budget) -> Printer.text(target, budget));

    static final Operation.Table ENTRY = new Operation.Table()
            .with("getKey", 0, (target, arguments, budget) -> ((Map.Entry<?, ?>) target).getKey())
            .with("getValue", 0, (target, arguments, budget) -> ((Map.Entry<?, ?>) target).getValue())
            .with("toString", 0, (target, arguments, budget) -> Printer.text(target, budget));

    static final Operation.Table ITERATOR = new Operation.Table()
            .with("hasNext", 0, (target, arguments, budget) -> ((Iterator<?>) target).hasNext())
            .with("next", 0, (target, arguments, budget) -> ((Iterator<?>) target).next());

    private CollectionOperations() {}

    private static List<@Nullable Object> list(Object target) {
        return (List<@Nullable Object>) target;
    }

    private static Map<Object, @Nullable Object> map(Object target) {
        return (Map<Object, @Nullable Object>) target;
    }

    private static List<@Nullable Object> copy(Collection<?> elements, Budget budget) {
        budget.made(elements.size());
        return new ArrayList<>(elements);
    }

    /** A position beyond the end is absent, like a missing member. */
    private static @Nullable Object get(Object target, @Nullable Object[] arguments, Budget budget) {
        List<?> list = list(target);
        int index = number(arguments[0]);
        return index >= 0 && index < list.size() ? list.get(index) : null;
    }

    private static Object containsAll(Object target, @Nullable Object[] arguments, Budget budget) {
        for (Object sought : elements(arguments[0], budget)) {
            if (Equality.position((Collection<?>) target, sought, budget) < 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object insert(Object target, @Nullable Object[] arguments, Budget budget) {
        budget.step(list(target).size() / 64);
        list(target).add(number(arguments[0]), arguments[1]);
        return null;
    }

    private static @Nullable Object removeElement(Object target, @Nullable Object[] arguments, Budget budget) {
        budget.step(list(target).size() / 64);
        if (arguments[0] instanceof Integer index) {
            return list(target).remove((int) index);
        }
        int position = Equality.position(list(target), arguments[0], budget);
        if (position < 0) {
            return false;
        }
        list(target).remove(position);
        return true;
    }

    private static @Nullable Object clearList(Object target, @Nullable Object[] arguments, Budget budget) {
        list(target).clear();
        return null;
    }

    private static Object lastIndexOf(Object target, @Nullable Object[] arguments, Budget budget) {
        int position = Equality.position(list(target).reversed(), arguments[0], budget);
        return position < 0 ? -1 : list(target).size() - 1 - position;
    }

    private static @Nullable Object getOrDefault(Object target, @Nullable Object[] arguments, Budget budget) {
        Object value = map(target).get(key(arguments[0]));
        return value != null ? value : arguments[1];
    }

    private static @Nullable Object put(Object target, @Nullable Object[] arguments, Budget budget) {
        Object key = key(arguments[0]);
        if (target instanceof Overrides.Group group) {
            group.set(key.toString(), arguments[1] == null ? "" : arguments[1], budget);
            return null;
        }
        return map(target).put(key, arguments[1]);
    }

    private static @Nullable Object putIfAbsent(Object target, @Nullable Object[] arguments, Budget budget) {
        Object present = map(target).get(key(arguments[0]));
        return present != null ? present : put(target, arguments, budget);
    }

    private static @Nullable Object putAll(Object target, @Nullable Object[] arguments, Budget budget) {
        for (Map.Entry<?, ?> entry : List.copyOf(members(arguments[0], budget).entrySet())) {
            put(target, new @Nullable Object[] {entry.getKey(), entry.getValue()}, budget);
        }
        return null;
    }

    private static @Nullable Object clearMap(Object target, @Nullable Object[] arguments, Budget budget) {
        map(target).clear();
        return null;
    }
}
