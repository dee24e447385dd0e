// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The front end of REST APIs: lowers a published stage to what the engine serves, and gives the engine AWS's
 * names for what templates can read of a request.
 */
@NullMarked
package io.gatehouse.data.compile.rest;

import org.jspecify.annotations.NullMarked;
