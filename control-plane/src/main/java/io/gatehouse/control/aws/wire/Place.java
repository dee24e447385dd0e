// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws.wire;

import org.jspecify.annotations.Nullable;

/**
 * Where in a request a value stands. Written out only when something is wrong there.
 *
 * @param parent what it is a part of; absent for the outermost
 * @param name its name; absent for an element of a list
 * @param number its number in a list, from 1; counts only without a name
 */
record Place(@Nullable Place parent, @Nullable String name, int number) {

    static Place of(String name) {
        return new Place(null, name, 0);
    }

    Place at(String member) {
        return new Place(this, member, 0);
    }

    Place at(int element) {
        return new Place(this, null, element);
    }

    /** As AWS writes it, such as {@code updateStageInput.patchOperations.1.member.op}. */
    @Override
    public String toString() {
        String own = name == null ? number + ".member" : name;
        return parent == null ? own : parent + "." + own;
    }
}
