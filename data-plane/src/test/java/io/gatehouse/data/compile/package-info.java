// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of how published stages become plans. */
@NullMarked
package io.gatehouse.data.compile;

import org.jspecify.annotations.NullMarked;
