// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.publish;

import io.gatehouse.contract.rest.StageKey;
import io.gatehouse.contract.rest.StageSnapshot;

/**
 * One numbered change of what is served. Numbers grow in commit order, so a reader that asks for everything
 * after the highest number it has seen misses nothing.
 */
public sealed interface Publication {

    /** Position in the order of publication, from 1. */
    long sequence();

    /** The stage that changed. */
    StageKey key();

    /** A stage is served from now on as {@code snapshot} says, in place of what was served before. */
    record Published(long sequence, StageSnapshot snapshot) implements Publication {
        @Override
        public StageKey key() {
            return snapshot.key();
        }
    }

    /** A stage is served no more. */
    record Withdrawn(long sequence, StageKey key) implements Publication {}
}
