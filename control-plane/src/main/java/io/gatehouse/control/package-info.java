// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The control plane: the AWS management API, what it stores, and the program that users start. It publishes to data planes
 * through the contract.
 */
@NullMarked
package io.gatehouse.control;

import org.jspecify.annotations.NullMarked;
