// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * What the engine serves, free of any front end's nouns: an API is routes, a route is predicates, a path
 * matcher, a rank and specifications of authorization and integration.
 */
@NullMarked
package io.gatehouse.contract.served;

import org.jspecify.annotations.NullMarked;
