// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.table;

import io.gatehouse.contract.rest.StageSnapshot;
import org.jspecify.annotations.Nullable;

/** Makes a published stage ready to serve. Runs on the thread that reads publications, never on an event loop. */
@FunctionalInterface
public interface StageCompiler {

    /**
     * Compiles one stage; throws whatever a definition that makes no sense provokes.
     *
     * @param earlier what has served the stage until now, whose counts go on; {@code null} for a new stage
     */
    ServedStage compile(StageSnapshot snapshot, @Nullable ServedStage earlier);
}
