// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The journal of an API's changes: numbered revisions with the canonical JSON of each noun before and after.
 */
@NullMarked
package io.gatehouse.control.revision;

import org.jspecify.annotations.NullMarked;
