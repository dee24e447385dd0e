// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** The gateway beside nginx, as proxies of one backend: requests per second, time to an answer, processor time, memory. */
@NullMarked
package io.gatehouse.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
