// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.benchmarks.machine}. */
@NullMarked
package io.gatehouse.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
