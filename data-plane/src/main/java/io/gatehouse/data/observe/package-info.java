// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * What an operator is told about exchanges: access logs, execution logs, and the files they are written to by a thread of their own, so
 * that no exchange waits.
 */
@NullMarked
package io.gatehouse.data.observe;

import org.jspecify.annotations.NullMarked;
