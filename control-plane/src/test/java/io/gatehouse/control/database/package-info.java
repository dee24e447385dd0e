// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * The databases that the integration tests of this module run on: H2 in memory, an embedded PostgreSQL and the PostgreSQL of
 * this machine. The system property {@code test.database} picks one for a whole run; no test class knows which.
 */
@NullMarked
package io.gatehouse.control.database;

import org.jspecify.annotations.NullMarked;
