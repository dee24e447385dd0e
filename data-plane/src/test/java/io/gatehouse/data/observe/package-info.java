// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.data.observe}. */
@NullMarked
package io.gatehouse.data.observe;

import org.jspecify.annotations.NullMarked;
