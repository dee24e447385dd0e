// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * What every operation of the management API shares, whatever its noun: the caller, identifiers, ARNs, tags and paging.
 *
 * <p>A call's way: {@code aws.gate.ManagementGate} establishes the caller from the signature, reads the body and finds the
 * operation in {@code aws.operation.OperationTable}; JAX-RS picks the method of that name; {@code aws.wire.LabelFilter}
 * checks the path parameters and {@code aws.wire.RequestDecoder} the body, by what the operation and its request record
 * declare; the operation answers a view record, which {@code aws.wire.WireJson} writes; whatever was thrown becomes an
 * answer in {@code aws.gate.ErrorMapper}. Update operations hand their list to a table of {@code control.patch}.
 */
@NullMarked
package io.gatehouse.control.aws;

import org.jspecify.annotations.NullMarked;
