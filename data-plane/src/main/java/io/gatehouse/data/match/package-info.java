// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Finds the route that answers a verb and a path. What it costs depends on the path's length, not on how many
 * routes there are; precedence among routes is their rank, which the front end decides.
 */
@NullMarked
package io.gatehouse.data.match;

import org.jspecify.annotations.NullMarked;
