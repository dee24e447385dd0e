// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The AWS-shaped documents that cross from the control plane to the data plane: a deployment's frozen
 * definition and the stage that points at it. A front end lowers them to {@code io.gatehouse.contract.served};
 * the engine never sees them.
 */
@NullMarked
package io.gatehouse.contract.rest;

import org.jspecify.annotations.NullMarked;
