// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.HashMap;
import java.util.Map;

/**
 * The part of a stage that changes without a new deployment.
 *
 * @param variables the stage variables
 */
public record StageSettings(Map<String, String> variables) {
    public StageSettings {
        variables = Map.copyOf(variables);
    }

    /** The same settings with more variables, or other values of them. */
    public StageSettings overriddenBy(Map<String, String> overrides) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(overrides);
        return new StageSettings(all);
    }
}
