// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of the gate over real HTTP. */
@NullMarked
package io.gatehouse.control.aws.gate;

import org.jspecify.annotations.NullMarked;
