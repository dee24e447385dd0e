// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** How long the program takes until its first answer, and what it needs while it waits. */
@NullMarked
package io.gatehouse.benchmarks.start;

import org.jspecify.annotations.NullMarked;
