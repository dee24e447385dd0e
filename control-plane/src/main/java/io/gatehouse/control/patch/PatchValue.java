// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import io.gatehouse.control.aws.error.AwsException;
import io.gatehouse.control.aws.error.BadRequestException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of a patch operation. Values are text on the wire; emptied members arrive as an empty text or without
 * a value, which are the same.
 *
 * @param <V> what the change works with
 */
@FunctionalInterface
public interface PatchValue<V extends @Nullable Object> {

    /**
     * The value in the change's terms.
     *
     * @throws AwsException when there is no such value
     */
    V parse(PatchOperation operation);

    /** The text; absent when it is empty. */
    static PatchValue<@Nullable String> optional() {
        return operation -> {
            String value = operation.value();
            return value == null || value.isEmpty() ? null : value;
        };
    }

    /** Never a value: refuses with this message. */
    static PatchValue<String> refusing(String message) {
        return operation -> {
            throw BadRequestException.of(message);
        };
    }

    /** The text; empty when it is absent. */
    static PatchValue<String> text() {
        return operation -> operation.value() == null ? "" : operation.value();
    }

    /** The text, which may not be empty. */
    static PatchValue<String> required(String message) {
        return operation -> {
            String value = operation.value();
            if (value == null || value.isEmpty()) {
                throw BadRequestException.of(message);
            }
            return value;
        };
    }

    /** True for {@code true} in any case; everything else is false and never refused. */
    static PatchValue<Boolean> flag() {
        return operation -> Boolean.parseBoolean(operation.value());
    }

    /** One of the given texts. */
    static PatchValue<String> oneOf(List<String> allowed, String message) {
        return operation -> {
            String value = operation.value();
            if (value == null || !allowed.contains(value)) {
                throw BadRequestException.of(message);
            }
            return value;
        };
    }

    /** What a function makes of the text, such as {@code Integer::valueOf}; what it cannot read is refused. */
    static <V> PatchValue<V> number(Function<String, V> parser, String message) {
        return operation -> {
            try {
                return parser.apply(operation.value() == null ? "" : operation.value());
            } catch (NumberFormatException unreadable) {
                throw BadRequestException.of(message);
            }
        };
    }
}
