// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of the patch engine. */
@NullMarked
package io.gatehouse.control.patch;

import org.jspecify.annotations.NullMarked;
