// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One method that templates may call on a value. Arguments that are absent arrive as null; a null result is absent. */
@FunctionalInterface
interface Operation {
    @Nullable
    Object call(Object target, @Nullable Object[] arguments, Budget budget);

    /** The methods of one kind of value, by name and number of arguments. There are no others: nothing is found by reflection. */
    final class Table {
        private final Map<String, Map<Integer, Operation>> operations = new HashMap<>();

        Table with(String name, int arity, Operation operation) {
            operations.computeIfAbsent(name, any -> new HashMap<>(4)).put(arity, operation);
            return this;
        }

        Table withAll(Table other) {
            other.operations.forEach(
                    (name, byArity) -> byArity.forEach((arity, operation) -> with(name, arity, operation)));
            return this;
        }

        @Nullable
        Operation find(String name, int arity) {
            Map<Integer, Operation> byArity = operations.get(name);
            return byArity == null ? null : byArity.get(arity);
        }
    }
}
