// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of content codings. */
@NullMarked
package io.gatehouse.data.compress;

import org.jspecify.annotations.NullMarked;
