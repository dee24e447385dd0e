// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * JSON that is kept: canonical text for documents that are compared or hashed, and the columns that hold lists and maps.
 */
@NullMarked
package io.gatehouse.control.json;

import org.jspecify.annotations.NullMarked;
