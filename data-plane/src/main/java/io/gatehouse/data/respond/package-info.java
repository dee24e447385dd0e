// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/** The steps that answer the client: with what a backend said, what a mapping made, or the gateway's own refusal. */
@NullMarked
package io.gatehouse.data.respond;

import org.jspecify.annotations.NullMarked;
