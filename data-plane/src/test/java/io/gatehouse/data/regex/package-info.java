// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests. */
@NullMarked
package io.gatehouse.data.regex;

import org.jspecify.annotations.NullMarked;
