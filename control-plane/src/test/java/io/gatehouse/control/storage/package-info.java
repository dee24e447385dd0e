// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of the package of the same name, and of how everything is stored. */
@NullMarked
package io.gatehouse.control.storage;

import org.jspecify.annotations.NullMarked;
