// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Deployments: an API's definition, frozen for good.
 */
@NullMarked
package io.gatehouse.control.deployment;

import org.jspecify.annotations.NullMarked;
