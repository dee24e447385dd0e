// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The steps that refuse a request which is not what its method asks for: parameters that are missing, and a body that
 * does not keep to its model.
 */
@NullMarked
package io.gatehouse.data.validate;

import org.jspecify.annotations.NullMarked;
