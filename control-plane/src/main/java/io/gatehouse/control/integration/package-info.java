// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Integrations and their responses: which backend a method calls. What this package has to know of methods it asks through
 * {@link io.gatehouse.control.integration.MethodLookup}.
 */
@NullMarked
package io.gatehouse.control.integration;

import org.jspecify.annotations.NullMarked;
