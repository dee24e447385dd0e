// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** The management API beside moto's server: operations per second and processor time per operation, from replayed signed calls. */
@NullMarked
package io.gatehouse.benchmarks.management;

import org.jspecify.annotations.NullMarked;
