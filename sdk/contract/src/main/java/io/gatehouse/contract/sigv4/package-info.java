// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Verification of AWS Signature Version 4, in its header and its presigned form, for both planes. It knows requests only
 * as text and a payload hash, so that neither plane's HTTP types are needed here.
 */
@NullMarked
package io.gatehouse.contract.sigv4;

import org.jspecify.annotations.NullMarked;
