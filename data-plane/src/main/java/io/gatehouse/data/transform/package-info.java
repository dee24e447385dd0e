// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The steps that make a backend's request of the client's, and the client's answer of the backend's: parameter
 * mapping, templates, and conversions of bodies.
 */
@NullMarked
package io.gatehouse.data.transform;

import org.jspecify.annotations.NullMarked;
