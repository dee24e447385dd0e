// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The contract between the planes: what a control plane publishes and a data plane serves. Pure Java; it
 * imports nothing of either plane.
 */
@NullMarked
package io.gatehouse.contract;

import org.jspecify.annotations.NullMarked;
