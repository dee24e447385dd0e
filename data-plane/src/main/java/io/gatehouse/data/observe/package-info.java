// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** What an operator is told about exchanges once they have ended. */
@NullMarked
package io.gatehouse.data.observe;

import org.jspecify.annotations.NullMarked;
