// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.gateway;

/**
 * A proxy that is measured, while it runs.
 *
 * @param name as the table shows it
 * @param port of its listener on loopback
 * @param pid of its process; children count too
 */
record Target(String name, int port, long pid) {}
