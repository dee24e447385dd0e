// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A model as answers show it. Source: API reference, "Model".
 *
 * @param schema JSON Schema draft 4, as text
 */
@RegisterForReflection
public record ModelView(
        String id,
        String name,
        @Nullable String description,
        @Nullable String schema,
        String contentType) {}
