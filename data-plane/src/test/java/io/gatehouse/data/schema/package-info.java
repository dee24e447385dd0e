// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.data.schema}. */
@NullMarked
package io.gatehouse.data.schema;

import org.jspecify.annotations.NullMarked;
