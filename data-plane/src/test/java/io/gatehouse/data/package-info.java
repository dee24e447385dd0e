// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of the whole data plane, over real connections and real backends. */
@NullMarked
package io.gatehouse.data;

import org.jspecify.annotations.NullMarked;
