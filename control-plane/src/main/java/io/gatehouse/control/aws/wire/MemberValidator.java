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

    static void collect(@Nullable Object value, Shape shape, Place place, List<String> violations) {
        if (value == null || !shape.constrained()) {
            return;
        }
        switch (shape) {
            case Shape.Structure structure -> members(value, structure, place, violations);
            case Shape.Many many -> elements((List<?>) value, many, place, violations);
            case Shape.Named named ->
                ((Map<?, ?>) value)
                        .forEach((key, entry) -> collect(entry, named.value(), place.at(key + ".member"), violations));
            case Shape.Text scalar -> {}
            case Shape.Flag scalar -> {}
            case Shape.Numeric scalar -> {}
        }
    }

    private static void elements(List<?> list, Shape.Many shape, Place place, List<String> violations) {
        int number = 1;
        for (Object element : list) {
            if (violations.size() >= MAX_TOLD) {
                return;
            }
            collect(element, shape.element(), place.at(number++), violations);
        }
    }

    private static void members(Object record, Shape.Structure structure, Place place, List<String> violations) {
        for (Shape.Member member : structure.members()) {
            if (!member.constrained()) {
                continue;
            }
            Object value = member.in(record);
            Place at = place.at(member.name());
            for (Constraint constraint : member.constraints()) {
                constraint.violation(value, at).ifPresent(violations::add);
            }
            collect(value, member.shape(), at, violations);
        }
    }
}
