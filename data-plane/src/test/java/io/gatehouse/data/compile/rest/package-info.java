// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.data.compile.rest}. */
@NullMarked
package io.gatehouse.data.compile.rest;

import org.jspecify.annotations.NullMarked;
