// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The front of the management API: nobody passes the gate unsigned, every answer has AWS's headers, every refusal AWS's
 * shape. The way of a call: {@link ManagementGate} (signature, body, operation), then JAX-RS with the request decoder of
 * {@code aws.wire}, then the operation; {@link ErrorMapper} turns what was thrown into an answer.
 */
@NullMarked
package io.gatehouse.control.aws.gate;

import org.jspecify.annotations.NullMarked;
