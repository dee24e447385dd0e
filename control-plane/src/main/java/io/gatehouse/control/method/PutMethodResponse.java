// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of PutMethodResponse. Source: API reference, "PutMethodResponse". */
public record PutMethodResponse(
        @Nullable Map<String, Boolean> responseParameters,
        @Nullable Map<String, String> responseModels) {}
