// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.model;

import org.jspecify.annotations.Nullable;

/**
 * A model as answers show it. Source: API reference, "Model".
 *
 * @param schema JSON Schema draft 4, as text
 */
public record ModelView(
        String id,
        String name,
        @Nullable String description,
        @Nullable String schema,
        String contentType) {}
