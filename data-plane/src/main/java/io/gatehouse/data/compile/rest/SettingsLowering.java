// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import io.gatehouse.contract.rest.AccessLog;
import io.gatehouse.contract.rest.AccessLogFormat;
import io.gatehouse.contract.rest.LogDestination;
import io.gatehouse.contract.rest.MethodSettings;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.contract.served.LogLevel;
import io.gatehouse.contract.served.LogSpec;
import io.gatehouse.contract.served.RouteSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lowers what a stage sets without deploying. A method's own settings replace those for all methods as a whole (developer guide,
 * "Setting up a stage"); but a logging level that it does not have is theirs.
 */
final class SettingsLowering {
    private static final String ALL = "*/*";

    private final StageSnapshot stage;
    private final Consumer<String> notes;
    private final Map<String, MethodSettings> byMethod = new HashMap<>();
    private final @Nullable MethodSettings forAll;

    /**
     * @param notes told of what cannot be honoured
     */
    SettingsLowering(StageSnapshot stage, Consumer<String> notes) {
        this.stage = stage;
        this.notes = notes;
        Map<String, MethodSettings> set = stage.settings().methodSettings();
        this.forAll = set.get(ALL);
        set.forEach((key, settings) -> byMethod.put(normal(key), settings));
    }

    /** What holds for a method in the end: its own settings, else those of its path, else those of all methods. */
    RouteSettings of(String path, String verb) {
        MethodSettings own = byMethod.getOrDefault(path + "/" + verb, byMethod.get(path + "/*"));
        MethodSettings settings = own == null ? forAll : own;
        boolean traced = stage.settings().tracing();
        if (settings == null) {
            return traced ? new RouteSettings(false, LogLevel.OFF, false, true) : RouteSettings.NONE;
        }
        return new RouteSettings(settings.metricsEnabled(), level(settings), settings.dataTraceEnabled(), traced);
    }

    private LogLevel level(MethodSettings settings) {
        String level = settings.loggingLevel();
        if (level == null && forAll != null) {
            level = forAll.loggingLevel();
        }
        return level == null ? LogLevel.OFF : LogLevel.valueOf(level);
    }

    /** A key may have its path's slashes written {@code ~1}, and be without the first one. */
    private static String normal(String key) {
        int slash = key.lastIndexOf('/');
        String path = key.substring(0, slash).replace("~1", "/").replace("~0", "~");
        return (path.startsWith("/") ? path : "/" + path) + key.substring(slash);
    }

    LogSpec logs() {
        String execution = "API-Gateway-Execution-Logs_" + stage.key().apiId() + "/"
                + stage.key().stageName();
        AccessLog access = stage.settings().accessLog();
        return new LogSpec(access == null ? null : access(access), execution);
    }

    private LogSpec.@Nullable Access access(AccessLog access) {
        try {
            return new LogSpec.Access(
                    LogDestination.logName(access.destinationArn()), AccessLogFormat.parse(access.format()));
        } catch (IllegalArgumentException unusable) {
            notes.accept("has no access log: " + unusable.getMessage());
            return null;
        }
    }
}
