// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Methods and their responses. What this package has to know of resources it asks through {@link
 * io.gatehouse.control.method.ResourceLookup}.
 */
@NullMarked
package io.gatehouse.control.method;

import org.jspecify.annotations.NullMarked;
