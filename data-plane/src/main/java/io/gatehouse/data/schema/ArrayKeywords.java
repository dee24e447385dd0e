// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keywords for arrays; values of other types pass. */
final class ArrayKeywords {
    private ArrayKeywords() {}

    static Rule maxItems(int maximum) {
        return (value, check) -> {
            if (value.isArray() && value.size() > maximum) {
                check.fail(() -> "array is too long: must have at most " + maximum + " elements but instance has "
                        + value.size() + " elements");
            }
        };
    }

    static Rule minItems(int minimum) {
        return (value, check) -> {
            if (value.isArray() && value.size() < minimum) {
                check.fail(() -> "array is too short: must have at least " + minimum + " elements but instance has "
                        + value.size() + " elements");
            }
        };
    }

    static Rule uniqueItems() {
        return (value, check) -> {
            if (!value.isArray()) {
                return;
            }
            Set<JsonKey> seen = new HashSet<>();
            for (JsonNode element : value) {
                if (!seen.add(new JsonKey(element, check.budget()))) {
                    check.fail(() -> "array must not contain duplicate elements");
                    return;
                }
            }
        };
    }

    /** {@code items} and {@code additionalItems} together. */
    static Rule items(Keywords keywords) {
        JsonNode items = keywords.get("items");
        if (items != null && items.isObject()) {
            return new Items(List.of(), keywords.compiled(items), false);
        }
        Keywords.require(items == null || items.isArray(), "items", "a schema or an array of schemas");
        List<Schema> byPlace = new ArrayList<>();
        if (items != null) {
            items.forEach(item -> byPlace.add(keywords.compiled(item)));
        }
        JsonNode additional = keywords.get("additionalItems");
        Keywords.require(
                additional == null || additional.isBoolean() || additional.isObject(),
                "additionalItems",
                "a schema, true or false");
        boolean others = additional == null || !additional.isBoolean() || additional.booleanValue() || items == null;
        Schema rest = others && items != null && additional != null && additional.isObject()
                ? keywords.compiled(additional)
                : null;
        return new Items(byPlace, rest, !others);
    }

    /**
     * Applies schemas to the elements.
     *
     * @param byPlace for the first elements
     * @param rest for those after; {@code null} for any
     * @param closed whether there may be none after
     */
    private record Items(List<Schema> byPlace, @Nullable Schema rest, boolean closed) implements Rule {
        @Override
        public void apply(JsonNode value, Check check) {
            if (!value.isArray()) {
                return;
            }
            if (closed && value.size() > byPlace.size()) {
                check.fail(() -> "schema only allows " + byPlace.size() + " elements in array but instance has "
                        + value.size() + " elements");
            }
            for (int i = 0; i < value.size() && !check.settled(); i++) {
                Schema schema = i < byPlace.size() ? byPlace.get(i) : rest;
                if (schema != null) {
                    schema.apply(value.get(i), check);
                }
            }
        }
    }
}
