// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0

/**
 * What a Java program needs to use a Gatehouse: the AWS SDK's own API Gateway client pointed at it, and a signer for
 * calls to the APIs that it serves.
 */
@NullMarked
package io.gatehouse.client;

import org.jspecify.annotations.NullMarked;
