// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of the package of the same name. */
@NullMarked
package io.gatehouse.control.model;

import org.jspecify.annotations.NullMarked;
