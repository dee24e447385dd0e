// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * What every operation of the management API shares, whatever its noun: the caller, identifiers, ARNs, tags and paging.
 * Subpackages hold the errors, the wire format, the gate in front of the API and the answers' headers.
 */
@NullMarked
package io.gatehouse.control.aws;

import org.jspecify.annotations.NullMarked;
