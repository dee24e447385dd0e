// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of the wire format. */
@NullMarked
package io.gatehouse.control.aws.wire;

import org.jspecify.annotations.NullMarked;
