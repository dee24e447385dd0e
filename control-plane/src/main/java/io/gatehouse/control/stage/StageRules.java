// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.control.aws.error.BadRequestException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a stage may be called and may hold. Source: API reference, "CreateStage"; developer guide, "Use stage variables for
 * a REST API".
 */
final class StageRules {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]+");
    private static final int MAX_NAME = 128;
    private static final Pattern VARIABLE_NAME = Pattern.compile("[a-zA-Z0-9_]+");
    private static final Pattern VARIABLE_VALUE = Pattern.compile("[A-Za-z0-9 ._~:/?#&=,-]*");

    private StageRules() {}

    static void checkName(String stageName) {
        if (!NAME.matcher(stageName).matches()) {
            throw BadRequestException.of("Stage name only allows a-zA-Z0-9_-");
        }
        if (stageName.length() > MAX_NAME) {
            throw BadRequestException.of("Stage name can be at most " + MAX_NAME + " characters");
        }
    }

    static void checkVariables(@Nullable Map<String, String> variables) {
        if (variables != null) {
            variables.forEach(StageRules::checkVariable);
        }
    }

    static void checkVariable(String name, String value) {
        if (!VARIABLE_NAME.matcher(name).matches()) {
            throw BadRequestException.of("Invalid stage variable name: " + name
                    + ".  Please use names with alphanumeric characters and underscores.");
        }
        if (!VARIABLE_VALUE.matcher(value).matches()) {
            throw BadRequestException.of("Invalid stage variable value of key " + name + ".  Please use values with"
                    + " alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.");
        }
    }

    /** Refuses what would be stored and then not be done. */
    static void checkCacheAndTracing(@Nullable Boolean cacheClusterEnabled, @Nullable Boolean tracingEnabled) {
        if (Boolean.TRUE.equals(cacheClusterEnabled)) {
            throw unsupported("cacheClusterEnabled");
        }
        if (Boolean.TRUE.equals(tracingEnabled)) {
            throw unsupported("tracingEnabled");
        }
    }

    static BadRequestException unsupported(String what) {
        return BadRequestException.of(what + " is not supported by this version of Gatehouse");
    }
}
