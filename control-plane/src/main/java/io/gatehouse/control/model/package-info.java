// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Models: the JSON Schemas of an API.
 */
@NullMarked
package io.gatehouse.control.model;

import org.jspecify.annotations.NullMarked;
