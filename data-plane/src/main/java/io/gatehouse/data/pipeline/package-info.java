// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * One request in flight and the steps it takes. A plan is compiled once per route; running it allocates nothing
 * per step. Knows no step and no front end.
 */
@NullMarked
package io.gatehouse.data.pipeline;

import org.jspecify.annotations.NullMarked;
