// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** The step that decides whether the trace of a request is recorded, where a stage has tracing enabled. */
@NullMarked
package io.gatehouse.data.trace;

import org.jspecify.annotations.NullMarked;
