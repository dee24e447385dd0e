// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * What data planes are told: numbered publications, one row per stage, written in the transaction that changes the stage.
 */
@NullMarked
package io.gatehouse.control.publish;

import org.jspecify.annotations.NullMarked;
