// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import io.gatehouse.control.revision.Revision;

/**
 * An API was created in this transaction, and is locked; whoever has a part in each new API adds it now.
 *
 * @param api the new API
 * @param revision its first revision, to which each part is added
 */
public record RestApiCreated(RestApi api, Revision revision) {}
