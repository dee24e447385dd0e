// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The rules of the project's design as tests over its classes and sources: who may import whom, sizes, names. Each rule is
 * also run against a small example that breaks it.
 */
@NullMarked
package io.gatehouse.rules;

import org.jspecify.annotations.NullMarked;
