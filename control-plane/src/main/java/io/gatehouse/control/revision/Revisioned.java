// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.revision;

/** Something whose changes are numbered and journaled: a REST API, locked for the change. */
public interface Revisioned {

    /** Its identifier. */
    String id();

    /** Counts one more revision and returns its number. */
    long nextRevision();
}
