// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations of a patch list, in the order in which AWS lists them. */
public enum PatchOp {
    ADD,
    REMOVE,
    MOVE,
    TEST,
    REPLACE,
    COPY;

    /** As on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PatchOp> of(@Nullable String wire) {
        for (PatchOp op : values()) {
            if (op.wire().equals(wire)) {
                return Optional.of(op);
            }
        }
        return Optional.empty();
    }
}
