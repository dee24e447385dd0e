// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import org.jspecify.annotations.Nullable;

/** The settings of one method, or of all, while a list of patches is applied to them. */
final class MethodSettingEdit {
    boolean metricsEnabled;

    @Nullable
    String loggingLevel;

    boolean dataTraceEnabled;
    int throttlingBurstLimit;
    double throttlingRateLimit;
    boolean cachingEnabled;
    int cacheTtlInSeconds;
    boolean cacheDataEncrypted;
    boolean requireAuthorizationForCacheControl;
    String unauthorizedCacheControlHeaderStrategy;

    MethodSettingEdit(MethodSetting setting) {
        this.metricsEnabled = setting.metricsEnabled();
        this.loggingLevel = setting.loggingLevel();
        this.dataTraceEnabled = setting.dataTraceEnabled();
        this.throttlingBurstLimit = setting.throttlingBurstLimit();
        this.throttlingRateLimit = setting.throttlingRateLimit();
        this.cachingEnabled = setting.cachingEnabled();
        this.cacheTtlInSeconds = setting.cacheTtlInSeconds();
        this.cacheDataEncrypted = setting.cacheDataEncrypted();
        this.requireAuthorizationForCacheControl = setting.requireAuthorizationForCacheControl();
        this.unauthorizedCacheControlHeaderStrategy = setting.unauthorizedCacheControlHeaderStrategy();
    }

    MethodSetting result() {
        return new MethodSetting(
                metricsEnabled,
                loggingLevel,
                dataTraceEnabled,
                throttlingBurstLimit,
                throttlingRateLimit,
                cachingEnabled,
                cacheTtlInSeconds,
                cacheDataEncrypted,
                requireAuthorizationForCacheControl,
                unauthorizedCacheControlHeaderStrategy);
    }
}
