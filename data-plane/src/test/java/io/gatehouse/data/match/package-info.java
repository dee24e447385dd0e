// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.data.match}. */
@NullMarked
package io.gatehouse.data.match;

import org.jspecify.annotations.NullMarked;
