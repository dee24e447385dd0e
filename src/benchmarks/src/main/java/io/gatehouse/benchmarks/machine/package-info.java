// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** What a measurement needs of the machine: processes, their cost, nginx and wrk. */
@NullMarked
package io.gatehouse.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
