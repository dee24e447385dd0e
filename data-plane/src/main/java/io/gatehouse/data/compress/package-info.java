// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
/**
 * Content codings: bodies that clients send compressed are unpacked before anything reads them, and answers are
 * compressed for clients that ask for it, where the API says so.
 */
@NullMarked
package io.gatehouse.data.compress;

import org.jspecify.annotations.NullMarked;
