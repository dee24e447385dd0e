// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Which header fields pass between client and backend, which are renamed and which are dropped: AWS's tables,
 * in one place (API reference, "Amazon API Gateway important notes").
 */
@NullMarked
package io.gatehouse.data.headers;

import org.jspecify.annotations.NullMarked;
