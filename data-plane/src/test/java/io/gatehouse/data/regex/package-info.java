// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of which regular expressions are bounded, and how. */
@NullMarked
package io.gatehouse.data.regex;

import org.jspecify.annotations.NullMarked;
