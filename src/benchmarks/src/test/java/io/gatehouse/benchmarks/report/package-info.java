// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.benchmarks.report}. */
@NullMarked
package io.gatehouse.benchmarks.report;

import org.jspecify.annotations.NullMarked;
