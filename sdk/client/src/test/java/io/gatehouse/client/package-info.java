// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0

/** Tests of the clients' set-up and of the signer, without a server. */
@NullMarked
package io.gatehouse.client;

import org.jspecify.annotations.NullMarked;
