// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.data.authorize}. */
@NullMarked
package io.gatehouse.data.authorize;

import org.jspecify.annotations.NullMarked;
