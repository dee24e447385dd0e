// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** Tests of paging, identifiers, callers and tags. */
@NullMarked
package io.gatehouse.control.aws;

import org.jspecify.annotations.NullMarked;
