// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * How published stages travel: numbered publications that a data plane reads in order, as many times as it
 * needs to.
 */
@NullMarked
package io.gatehouse.contract.publish;

import org.jspecify.annotations.NullMarked;
