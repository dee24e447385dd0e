// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import org.jspecify.annotations.Nullable;

/** A {@link PatchChange} that needs no captures, such as an entity's setter. */
@FunctionalInterface
public interface PatchSetter<T, V extends @Nullable Object> {

    /** Changes the target. */
    void set(T target, V value);
}
