// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import org.jspecify.annotations.Nullable;

/**
 * A model of a frozen definition.
 *
 * @param name unique in its API
 * @param contentType the media type it describes
 * @param schema JSON Schema draft 4, as text
 */
public record FrozenModel(
        String name,
        String contentType,
        @Nullable String description,
        @Nullable String schema) {}
