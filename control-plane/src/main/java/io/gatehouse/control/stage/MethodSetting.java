// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.contract.rest.MethodSettings;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stage sets for one method or for all. Source: API reference, "MethodSetting".
 *
 * @param loggingLevel {@code OFF}, {@code ERROR} or {@code INFO}; absent until it is set
 * @param throttlingBurstLimit requests; -1 for no limit
 * @param throttlingRateLimit requests per second; -1 for no limit
 */
@RegisterForReflection
public record MethodSetting(
        boolean metricsEnabled,
        @Nullable String loggingLevel,
        boolean dataTraceEnabled,
        int throttlingBurstLimit,
        double throttlingRateLimit,
        boolean cachingEnabled,
        int cacheTtlInSeconds,
        boolean cacheDataEncrypted,
        boolean requireAuthorizationForCacheControl,
        String unauthorizedCacheControlHeaderStrategy) {

    /** What AWS shows of all other members when the first one is set. */
    static final MethodSetting DEFAULT = new MethodSetting(
            false, null, false, 5000, 10_000, false, 300, false, true, "SUCCEED_WITH_RESPONSE_HEADER");

    /** The part of a stage's settings that data planes act on. Of those for all methods, nothing if they ask for nothing. */
    static Map<String, MethodSettings> served(Map<String, MethodSetting> settings) {
        Map<String, MethodSettings> served = new HashMap<>();
        settings.forEach((key, setting) -> served.put(key, setting.served()));
        served.remove("*/*", DEFAULT.served());
        return served;
    }

    private MethodSettings served() {
        return new MethodSettings(metricsEnabled, loggingLevel, dataTraceEnabled);
    }
}
