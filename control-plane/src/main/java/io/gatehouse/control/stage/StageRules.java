// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.control.aws.error.BadRequestException;
import java.util.List;
import java.util.function.Consumer;
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

    static final List<String> CACHE_SIZES = List.of("0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237");
    static final String DEFAULT_CACHE_SIZE = "0.5";
    static final String PERCENT_RANGE = "Invalid percentTraffic. Must be between 0.0 and 100.0";
    static final String NO_SUCH_CERTIFICATE = "Invalid Client Certificate identifier specified";
    static final String NO_SUCH_VERSION = "Invalid Documentation version specified";

    private StageRules() {}

    static void checkName(String stageName) {
        if (!NAME.matcher(stageName).matches()) {
            throw BadRequestException.of("Stage name only allows a-zA-Z0-9_-");
        }
        if (stageName.length() > MAX_NAME) {
            throw BadRequestException.of("Stage name can be at most " + MAX_NAME + " characters");
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

    /** The share of a stage's requests that a canary may have. */
    static double checkedPercent(double percentTraffic) {
        if (percentTraffic < 0 || percentTraffic > 100) {
            throw BadRequestException.of(PERCENT_RANGE);
        }
        return percentTraffic;
    }

    /** What data planes could not read is refused in the reader's words, which are AWS's. */
    static void checkAccessLog(Consumer<String> reader, String value) {
        try {
            reader.accept(value);
        } catch (IllegalArgumentException unusable) {
            throw BadRequestException.of(String.valueOf(unusable.getMessage()));
        }
    }

    /** No API has documentation versions yet. */
    static void checkDocumentationVersion(@Nullable String documentationVersion) {
        if (documentationVersion != null && !documentationVersion.isEmpty()) {
            throw BadRequestException.of(NO_SUCH_VERSION);
        }
    }
}
