// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0

/** Tests of the testkit with a stand-in for the program. */
@NullMarked
package io.gatehouse.testkit;

import org.jspecify.annotations.NullMarked;
