// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import org.jspecify.annotations.Nullable;

/**
 * What a stage sets for one method or for all; members as in the API reference's MethodSetting, those that a data plane acts on.
 *
 * @param loggingLevel {@code OFF}, {@code ERROR} or {@code INFO}; {@code null} until it is set
 */
public record MethodSettings(
        boolean metricsEnabled, @Nullable String loggingLevel, boolean dataTraceEnabled) {}
