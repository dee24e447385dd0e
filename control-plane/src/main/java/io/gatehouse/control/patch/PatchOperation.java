// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import io.gatehouse.control.aws.wire.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * One change that a client asks for, as on the wire. Source: API reference, "PatchOperation".
 *
 * @param op what to do
 * @param path a JSON pointer to what is changed
 * @param value the new value as text; absent means the same as empty for most members
 * @param from where {@code copy} takes the value from
 */
public record PatchOperation(
        @OneOf({"add", "remove", "move", "test", "replace", "copy"}) @Nullable
        String op,

        @Nullable String path,
        @Nullable String value,
        @Nullable String from) {

    /** A change with a value. */
    public static PatchOperation of(String op, String path, @Nullable String value) {
        return new PatchOperation(op, path, value, null);
    }
}
