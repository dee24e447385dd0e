// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * What lets one build store in H2 or PostgreSQL: database addresses as users write them, a JDBC driver that picks the real
 * one by the address, and a dialect whose SQL both understand.
 */
@NullMarked
package io.gatehouse.control.storage;

import org.jspecify.annotations.NullMarked;
