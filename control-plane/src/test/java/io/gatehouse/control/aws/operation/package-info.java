// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of the operations table. */
@NullMarked
package io.gatehouse.control.aws.operation;

import org.jspecify.annotations.NullMarked;
