// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.data.validate}. */
@NullMarked
package io.gatehouse.data.validate;

import org.jspecify.annotations.NullMarked;
