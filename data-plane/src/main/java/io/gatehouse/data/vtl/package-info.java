// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Mapping templates: AWS API Gateway's dialect of the Velocity Template Language, compiled once per deployment and rendered
 * per request inside a sandbox. Knows neither Vert.x nor the pipeline; {@link MappingTemplate} is the way in, {@link
 * Vocabulary} says what templates may do, {@link Budget} how much.
 *
 * <p>Differences from AWS: {@code #include}, {@code #parse} and {@code #evaluate} do not compile; a JSONPath filter with a regular
 * expression fails; only the listed methods of values can be called; and a rendering that exceeds {@link Budget} fails.
 */
@org.jspecify.annotations.NullMarked
package io.gatehouse.data.vtl;
