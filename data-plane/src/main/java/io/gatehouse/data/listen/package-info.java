// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Where requests come in: which API a request addresses, and Vert.x requests and responses as the two ports of an
 * exchange.
 */
@NullMarked
package io.gatehouse.data.listen;

import org.jspecify.annotations.NullMarked;
