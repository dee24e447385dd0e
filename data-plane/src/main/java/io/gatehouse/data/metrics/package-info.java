// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * What is counted, and how Prometheus reads it. What counts a stage's exchanges is found when the stage is compiled and lives as
 * long as the stage is served; nothing is named after anything that a client sent.
 */
@NullMarked
package io.gatehouse.data.metrics;

import org.jspecify.annotations.NullMarked;
