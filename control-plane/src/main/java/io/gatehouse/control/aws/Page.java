// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, in the shape that goes over the wire.
 *
 * @param position what continues the list; absent on the last page
 * @param item the elements, in the list's order
 */
public record Page<T>(@Nullable String position, List<T> item) {

    public Page {
        item = List.copyOf(item);
    }

    /**
     * The page that a query found.
     *
     * @param found the elements after {@link PageRequest#after()}, in order: as many as {@link PageRequest#size()} and one
     *     more if there is one
     * @param key the element's key in the list's order
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<? super T, String> key) {
        int size = request.size();
        if (size == 0 || found.size() <= size) {
            return new Page<>(null, found.subList(0, Math.min(size, found.size())));
        }
        return new Page<>(PageRequest.positionAfter(key.apply(found.get(size - 1))), found.subList(0, size));
    }

    /**
     * The page of a list that is whole in memory.
     *
     * @param all every element, in order
     * @param key the element's key, unique in the list
     */
    public static <T> Page<T> cut(List<T> all, PageRequest request, Function<? super T, String> key) {
        String after = request.after();
        int from = 0;
        if (after != null) {
            while (from < all.size() && key.apply(all.get(from)).compareTo(after) <= 0) {
                from++;
            }
        }
        return of(all.subList(from, Math.min(all.size(), from + request.size() + 1)), request, key);
    }

    /** The same page of other elements, such as an entity's view. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(position, item.stream().<R>map(view).toList());
    }
}
