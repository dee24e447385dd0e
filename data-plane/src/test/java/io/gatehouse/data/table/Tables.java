// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.table;

import io.gatehouse.contract.rest.StageKey;

/** Tables for tests of other packages. */
public final class Tables {
    private Tables() {}

    /** A table that serves one stage. */
    public static ServingTable of(StageKey key, ServedStage stage) {
        ServingTable table = new ServingTable(() -> 0.5);
        ServingTable.Draft draft = table.draft();
        draft.put(key, stage);
        draft.publish();
        return table;
    }
}
