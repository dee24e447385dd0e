// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Stages: which deployment is served under which name, with which variables and settings, and which one is tried out in
 * its canary.
 */
@NullMarked
package io.gatehouse.control.stage;

import org.jspecify.annotations.NullMarked;
