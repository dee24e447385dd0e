// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** The steps that get an answer: from an HTTP backend, or from no backend at all. */
@NullMarked
package io.gatehouse.data.integrate;

import org.jspecify.annotations.NullMarked;
