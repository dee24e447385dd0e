// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.restapi.RestApi;
import java.util.Map;
import java.util.Set;

/**
 * What a method shows to its integration.
 *
 * @param api the API it belongs to, locked
 * @param requestParameters the parameters it declares, such as {@code method.request.path.id}
 * @param responseParameters the headers that its responses declare, by status code
 */
public record MethodSurface(RestApi api, Set<String> requestParameters, Map<String, Set<String>> responseParameters) {}
