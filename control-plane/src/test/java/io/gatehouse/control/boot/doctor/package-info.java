// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of {@code io.gatehouse.control.boot.doctor}. */
@NullMarked
package io.gatehouse.control.boot.doctor;

import org.jspecify.annotations.NullMarked;
