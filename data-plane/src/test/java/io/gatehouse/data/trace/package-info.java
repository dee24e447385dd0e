// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.data.trace}. */
@NullMarked
package io.gatehouse.data.trace;

import org.jspecify.annotations.NullMarked;
