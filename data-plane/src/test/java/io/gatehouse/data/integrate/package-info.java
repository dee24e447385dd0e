// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of integrations. */
@NullMarked
package io.gatehouse.data.integrate;

import org.jspecify.annotations.NullMarked;
