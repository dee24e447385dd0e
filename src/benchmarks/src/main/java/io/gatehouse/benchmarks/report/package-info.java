// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** What is shown of a measurement: a table for the terminal and a plot for the documentation. */
@NullMarked
package io.gatehouse.benchmarks.report;

import org.jspecify.annotations.NullMarked;
