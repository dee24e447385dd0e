// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.data.table}. */
@NullMarked
package io.gatehouse.data.table;

import org.jspecify.annotations.NullMarked;
