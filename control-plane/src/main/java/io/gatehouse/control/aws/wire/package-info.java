// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The wire format of the management API: JSON bodies to request records and view records to JSON, the constraints that a
 * record declares on its components, and AWS's words for what breaks them.
 */
@NullMarked
package io.gatehouse.control.aws.wire;

import org.jspecify.annotations.NullMarked;
