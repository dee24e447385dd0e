// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Mapping templates: AWS API Gateway's dialect of the Velocity Template Language, compiled once per deployment and rendered
 * per request inside a sandbox. Knows neither Vert.x nor the pipeline; {@link MappingTemplate} is the way in.
 */
@org.jspecify.annotations.NullMarked
package io.gatehouse.data.vtl;
