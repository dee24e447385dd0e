// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** The way to backends: pooled connections, one call from waiting for a connection to the head of its answer. */
@NullMarked
package io.gatehouse.data.upstream;

import org.jspecify.annotations.NullMarked;
