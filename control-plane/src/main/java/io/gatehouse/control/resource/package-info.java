// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Resources: the tree of paths of an API.
 */
@NullMarked
package io.gatehouse.control.resource;

import org.jspecify.annotations.NullMarked;
