// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.control.local}. */
@NullMarked
package io.gatehouse.control.local;

import org.jspecify.annotations.NullMarked;
