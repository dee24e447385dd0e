// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0

/**
 * The packaged program as its users meet it: real AWS clients define APIs, real HTTP requests go through them to a real
 * backend.
 */
@NullMarked
package io.gatehouse.e2e;

import org.jspecify.annotations.NullMarked;
