// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import java.util.Map;
import java.util.TreeMap;

/** The canary of a stage while it is set up or changed. */
final class CanaryEdit {
    String deploymentId;
    double percentTraffic;
    final Map<String, String> variables = new TreeMap<>();
    boolean useStageCache;

    CanaryEdit(String deploymentId) {
        this.deploymentId = deploymentId;
    }

    void setVariable(String name, String value) {
        StageRules.checkVariable(name, value);
        variables.put(name, value);
    }
}
