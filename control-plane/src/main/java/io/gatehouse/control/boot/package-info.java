// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The program: its command line, its configuration, the lock on its data directory, what it prints when it starts and how
 * it stops. Everything here runs before, around or after Quarkus; other packages use only {@link
 * io.gatehouse.control.boot.GatehouseConfig} and what it hands out.
 */
@NullMarked
package io.gatehouse.control.boot;

import org.jspecify.annotations.NullMarked;
