// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** {@code gatehouse doctor}: looks at everything that a start needs and says what to do about what is missing. */
@NullMarked
package io.gatehouse.control.boot.doctor;

import org.jspecify.annotations.NullMarked;
