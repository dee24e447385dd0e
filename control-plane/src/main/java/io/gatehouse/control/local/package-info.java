// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** What tools on a developer's machine ask for beside the AWS API: an empty store for the next test, and whether the program runs. */
@NullMarked
package io.gatehouse.control.local;

import org.jspecify.annotations.NullMarked;
