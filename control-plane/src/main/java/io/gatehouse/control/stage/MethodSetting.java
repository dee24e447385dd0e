// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import org.jspecify.annotations.Nullable;

/** What a stage sets for one method or for all. Source: API reference, "MethodSetting". */
public record MethodSetting(
        @Nullable Boolean metricsEnabled,
        @Nullable String loggingLevel,
        @Nullable Boolean dataTraceEnabled,
        @Nullable Integer throttlingBurstLimit,
        @Nullable Double throttlingRateLimit,
        @Nullable Boolean cachingEnabled,
        @Nullable Integer cacheTtlInSeconds,
        @Nullable Boolean cacheDataEncrypted,
        @Nullable Boolean requireAuthorizationForCacheControl,
        @Nullable String unauthorizedCacheControlHeaderStrategy) {}
