// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Races that no ordinary test can provoke, under jcstress: what the memory model allows a reader to see while stages are swapped. */
@NullMarked
package io.gatehouse.stress;

import org.jspecify.annotations.NullMarked;
