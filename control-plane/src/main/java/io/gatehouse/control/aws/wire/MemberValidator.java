// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds a decoded record against the constraints of its declaration, depth first, in the order of declaration. Of very many
 * violations only the first are told, so that no answer outgrows its request.
 */
final class MemberValidator {

    /** How many violations are told at most. */
    static final int MAX_TOLD = 1_000;

    private MemberValidator() {}

    static void collect(@Nullable Object value, Shape shape, String path, List<String> violations) {
        switch (shape) {
            case Shape.Structure structure when value != null -> members(value, structure, path, violations);
            case Shape.Many many
            when value instanceof List<?> list -> {
                for (int i = 0; i < list.size() && violations.size() < MAX_TOLD; i++) {
                    collect(list.get(i), many.element(), path + "." + (i + 1) + ".member", violations);
                }
            }
            case Shape.Named named
            when value instanceof Map<?, ?> map ->
                map.forEach((key, entry) -> collect(entry, named.value(), path + "." + key + ".member", violations));
            case Shape.Structure none -> {}
            case Shape.Many none -> {}
            case Shape.Named none -> {}
            case Shape.Text scalar -> {}
            case Shape.Flag scalar -> {}
            case Shape.Numeric scalar -> {}
        }
    }

    private static void members(Object record, Shape.Structure structure, String path, List<String> violations) {
        for (Shape.Member member : structure.members()) {
            Object value = member.in(record);
            String at = path + "." + member.name();
            member.constraints()
                    .forEach(constraint -> constraint.violation(value, at).ifPresent(violations::add));
            collect(value, member.shape(), at, violations);
        }
    }
}
