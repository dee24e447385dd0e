// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.match;

import java.util.Map;

/**
 * A route that answers a request.
 *
 * @param value what the tree holds for the route
 * @param pathParameters the path's variables by name, percent-encoded as sent
 */
public record Match<T>(T value, Map<String, String> pathParameters) {}
