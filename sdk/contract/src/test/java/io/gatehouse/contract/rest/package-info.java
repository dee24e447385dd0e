// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of the AWS-shaped documents: what of them is read by rules of its own. */
@NullMarked
package io.gatehouse.contract.rest;

import org.jspecify.annotations.NullMarked;
