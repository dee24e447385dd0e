// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.local;

/**
 * Everything that is stored is about to be deleted, in this transaction. Whoever stores something deletes it; what other planes
 * have to hear of goes first ({@link #BEFORE_ROWS}).
 */
public record EverythingGoes() {
    /** Observers that still need the rows of others. */
    public static final int BEFORE_ROWS = 100;

    /** Observers that delete rows. */
    public static final int ROWS = 200;
}
