// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Turns routes into plans. The only package that sees every step; {@link io.gatehouse.data.compile.PlanCompiler} shows
 * their order from top to bottom.
 */
@NullMarked
package io.gatehouse.data.compile;

import org.jspecify.annotations.NullMarked;
