// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.revision;

import org.jspecify.annotations.Nullable;

/**
 * What a revision did to one noun. Never holds a secret.
 *
 * @param noun the noun's kind, as its package is called
 * @param key which one, unique among its kind in the API
 * @param before its wire form before the change; absent when it was created
 * @param after its wire form after the change; absent when it was deleted
 */
public record Change(
        String noun,
        String key,
        @Nullable Object before,
        @Nullable Object after) {

    /** Something new. */
    public static Change created(String noun, String key, Object after) {
        return new Change(noun, key, null, after);
    }

    /** Something that was there before. */
    public static Change changed(String noun, String key, Object before, Object after) {
        return new Change(noun, key, before, after);
    }

    /** Something that is there no more. */
    public static Change deleted(String noun, String key, Object before) {
        return new Change(noun, key, before, null);
    }
}
