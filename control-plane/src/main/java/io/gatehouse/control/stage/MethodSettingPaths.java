// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.patch.PatchSetter;
import io.gatehouse.control.patch.PatchTable;
import io.gatehouse.control.patch.PatchValue;
import java.math.BigDecimal;
import java.util.List;

/**
 * The patch paths of method settings. {@code *}{@code /*} stands for all methods; otherwise the resource's path is written
 * with plain slashes or with <code>~1</code>, and the setting's key in answers is what the client wrote. Source: AWS CLI
 * reference, "update-stage", its examples.
 */
final class MethodSettingPaths {
    private static final String METHOD = "/{resource+}/{verb}";
    private static final int MAX_TTL_SECONDS = 3600;
    private static final List<String> LOGGING_LEVELS = List.of("OFF", "ERROR", "INFO");
    private static final List<String> HEADER_STRATEGIES =
            List.of("FAIL_WITH_403", "SUCCEED_WITH_RESPONSE_HEADER", "SUCCEED_WITHOUT_RESPONSE_HEADER");

    private MethodSettingPaths() {}

    static void addTo(PatchTable.Builder<StageEdit> table) {
        PatchValue<Boolean> flag = PatchValue.flag();
        on(table, "metrics/enabled", flag, (setting, value) -> setting.metricsEnabled = value);
        on(table, "logging/dataTrace", flag, (setting, value) -> setting.dataTraceEnabled = value);
        on(
                table,
                "logging/loglevel",
                PatchValue.oneOf(LOGGING_LEVELS, "Invalid logging level. Must be one of: " + LOGGING_LEVELS),
                (setting, value) -> setting.loggingLevel = value);
        on(
                table,
                "throttling/burstLimit",
                PatchValue.number(Integer::valueOf, "Invalid throttling burst limit. Must be a whole number"),
                (setting, value) -> setting.throttlingBurstLimit = value);
        on(
                table,
                "throttling/rateLimit",
                decimal("Invalid throttling rate limit. Must be a number"),
                (setting, value) -> setting.throttlingRateLimit = value);
        on(table, "caching/ttlInSeconds", ttl(), (setting, value) -> setting.cacheTtlInSeconds = value);
        on(table, "caching/enabled", flag, (setting, value) -> setting.cachingEnabled = value);
        on(table, "caching/dataEncrypted", flag, (setting, value) -> setting.cacheDataEncrypted = value);
        on(
                table,
                "caching/requireAuthorizationForCacheControl",
                flag,
                (setting, value) -> setting.requireAuthorizationForCacheControl = value);
        on(
                table,
                "caching/unauthorizedCacheControlHeaderStrategy",
                PatchValue.oneOf(
                        HEADER_STRATEGIES,
                        "Invalid unauthorized cache control header strategy. Must be one of: " + HEADER_STRATEGIES),
                (setting, value) -> setting.unauthorizedCacheControlHeaderStrategy = value);
        table.remove(METHOD, (edit, at) -> edit.removeMethodSetting(at.escaped("resource") + "/" + at.escaped("verb")));
    }

    /** A number that JSON can hold, as text without a type's suffix. */
    static PatchValue<Double> decimal(String message) {
        return PatchValue.number(
                text -> {
                    double value = new BigDecimal(text).doubleValue();
                    if (Double.isInfinite(value)) {
                        throw new NumberFormatException(text);
                    }
                    return value;
                },
                message);
    }

    private static PatchValue<Integer> ttl() {
        String message = "Invalid cache TTL. Must be between 0 and " + MAX_TTL_SECONDS + " seconds";
        PatchValue<Integer> number = PatchValue.number(Integer::valueOf, message);
        return operation -> {
            int seconds = number.parse(operation);
            if (seconds < 0 || seconds > MAX_TTL_SECONDS) {
                throw BadRequestException.of(message);
            }
            return seconds;
        };
    }

    private static <V> void on(
            PatchTable.Builder<StageEdit> table,
            String setting,
            PatchValue<V> value,
            PatchSetter<MethodSettingEdit, V> change) {
        table.replace(
                METHOD + "/" + setting,
                value,
                (edit, at, parsed) ->
                        change.set(edit.methodSetting(at.escaped("resource") + "/" + at.escaped("verb")), parsed));
    }
}
