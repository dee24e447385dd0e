// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

/**
 * What a template holds when a path, member or variable of the request is missing or JSON null: it prints as nothing,
 * equals both an undefined reference and the empty text, counts as false, and so does every member of it.
 *
 * <p>Public only because Velocity looks its {@code getAsBoolean} up by reflection; nothing outside this package needs it.
 */
public final class Absent {
    static final Absent VALUE = new Absent();

    private Absent() {}

    /** Read by Velocity when it tests a reference: {@code #if($absent)} takes the other branch. */
    public boolean getAsBoolean() {
        return false;
    }

    @Override
    public String toString() {
        return "";
    }
}
