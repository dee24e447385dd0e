// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The errors of the management API: one sealed family, each built by a named factory and carrying AWS's code, HTTP status
 * and message. Nothing here knows HTTP or JSON.
 */
@NullMarked
package io.gatehouse.control.aws.error;

import org.jspecify.annotations.NullMarked;
