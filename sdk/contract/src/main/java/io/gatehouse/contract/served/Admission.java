// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.served;

import org.jspecify.annotations.Nullable;

/**
 * What a request has to be to reach a route's integration.
 *
 * @param authorization who may call the route
 * @param validation what a request must be; {@code null} for anything
 */
public record Admission(
        AuthorizationSpec authorization, @Nullable ValidationSpec validation) {}
