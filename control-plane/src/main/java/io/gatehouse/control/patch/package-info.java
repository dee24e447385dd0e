// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The one engine behind every Update operation: a noun declares its patch paths in a {@link PatchTable}, the engine reads
 * the list of operations against it, parses every value before anything changes, and refuses in AWS's words.
 */
@NullMarked
package io.gatehouse.control.patch;

import org.jspecify.annotations.NullMarked;
