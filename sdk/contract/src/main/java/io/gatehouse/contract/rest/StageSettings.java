// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a stage that changes without a new deployment.
 *
 * @param variables the stage variables
 * @param methodSettings by {@code path/VERB} as it was written when it was set, or {@code *}{@code /*} for all methods
 * @param accessLog where traffic is logged; {@code null} for nowhere
 * @param tracing whether traces of requests are recorded (the API reference's tracingEnabled)
 */
public record StageSettings(
        Map<String, String> variables,
        Map<String, MethodSettings> methodSettings,
        @Nullable AccessLog accessLog,
        boolean tracing) {
    public StageSettings {
        variables = Map.copyOf(variables);
        methodSettings = Map.copyOf(methodSettings);
    }

    /** Settings of a stage without tracing. */
    public StageSettings(
            Map<String, String> variables, Map<String, MethodSettings> methodSettings, @Nullable AccessLog accessLog) {
        this(variables, methodSettings, accessLog, false);
    }

    /** Stage variables, and nothing else set. */
    public static StageSettings of(Map<String, String> variables) {
        return new StageSettings(variables, Map.of(), null);
    }

    /** The same settings with more variables, or other values of them. */
    public StageSettings overriddenBy(Map<String, String> overrides) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(overrides);
        return new StageSettings(all, methodSettings, accessLog, tracing);
    }
}
