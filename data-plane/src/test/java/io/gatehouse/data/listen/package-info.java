// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.data.listen}. */
@NullMarked
package io.gatehouse.data.listen;

import org.jspecify.annotations.NullMarked;
