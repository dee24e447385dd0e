// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * JSON Schema, draft 4: compiles schemas that refer to one another and checks texts against them within bounds.
 * Knows neither Vert.x nor the pipeline, opens no connection, and uses no reflection.
 */
@NullMarked
package io.gatehouse.data.schema;

import org.jspecify.annotations.NullMarked;
