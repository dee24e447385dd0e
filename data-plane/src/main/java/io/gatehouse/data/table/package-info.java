// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * What is served now: one immutable table behind one reference, and the feed that reads publications, compiles
 * them aside and swaps the reference.
 */
@NullMarked
package io.gatehouse.data.table;

import org.jspecify.annotations.NullMarked;
