// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Runs what is in {@code io.gatehouse.stress}. */
@NullMarked
package io.gatehouse.stress;

import org.jspecify.annotations.NullMarked;
