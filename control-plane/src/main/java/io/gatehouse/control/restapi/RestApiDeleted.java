// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import io.gatehouse.control.revision.Revision;

/**
 * An API is about to be deleted in this transaction, and is locked. The rows that hang on it go with it; whoever has to do
 * more does it now.
 *
 * @param api the API
 * @param revision its last revision, to which each deletion is added
 */
public record RestApiDeleted(RestApi api, Revision revision) {}
