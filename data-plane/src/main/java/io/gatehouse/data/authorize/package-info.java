// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Steps that decide who may call a route, before anything of the request reaches a backend. */
@NullMarked
package io.gatehouse.data.authorize;

import org.jspecify.annotations.NullMarked;
