// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Certificates: those that are shown to clients and to backends, and whom backends are believed by. */
@NullMarked
package io.gatehouse.data.tls;

import org.jspecify.annotations.NullMarked;
