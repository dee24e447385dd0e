// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Single parts in a loop, with JMH: time and bytes allocated per operation. */
@NullMarked
package io.gatehouse.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
