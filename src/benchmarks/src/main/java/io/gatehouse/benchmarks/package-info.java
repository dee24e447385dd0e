// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Measurements from outside: the packaged program beside a baseline that does the same work in the same run. */
@NullMarked
package io.gatehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
