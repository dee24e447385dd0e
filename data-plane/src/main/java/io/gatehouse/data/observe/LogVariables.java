// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

/** A front end's names for what an access log can write of an exchange. */
@FunctionalInterface
public interface LogVariables {

    /**
     * The variable of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    LogVariable named(String name);
}
