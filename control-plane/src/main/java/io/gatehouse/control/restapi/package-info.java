// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * REST APIs: the operations, the row that everything of an API hangs on, and its lock. Other nouns of an API are told here of
 * its creation and deletion; this package knows none of them.
 */
@NullMarked
package io.gatehouse.control.restapi;

import org.jspecify.annotations.NullMarked;
