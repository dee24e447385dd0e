// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import org.jspecify.annotations.Nullable;

/** Where a stage logs its traffic, and how. Source: API reference, "AccessLogSettings". */
public record AccessLogSettings(
        @Nullable String format, @Nullable String destinationArn) {}
