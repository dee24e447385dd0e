// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import org.jspecify.annotations.Nullable;

/**
 * What one operation does to its target. It runs only after every value of the list was parsed. It may still refuse, by
 * throwing, when the target's state does not allow it; the caller's transaction then undoes what came before.
 */
@FunctionalInterface
public interface PatchChange<T, V extends @Nullable Object> {

    /** Changes the target. */
    void apply(T target, Captures at, V value);
}
