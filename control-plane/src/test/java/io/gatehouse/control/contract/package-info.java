// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The contract with AWS: every operation is held against the model classes of the AWS SDK for Java, which know each
 * operation's address and every member's name, type and place.
 */
@NullMarked
package io.gatehouse.control.contract;

import org.jspecify.annotations.NullMarked;
