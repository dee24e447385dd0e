// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.benchmarks.management}. */
@NullMarked
package io.gatehouse.benchmarks.management;

import org.jspecify.annotations.NullMarked;
