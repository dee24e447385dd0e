// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0

/**
 * Launches the packaged program for a test, on free ports and with a data directory of its own, and hands out clients
 * for it.
 */
@NullMarked
package io.gatehouse.testkit;

import org.jspecify.annotations.NullMarked;
