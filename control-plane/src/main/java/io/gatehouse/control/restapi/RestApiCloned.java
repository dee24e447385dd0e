// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import io.gatehouse.control.revision.Revision;

/**
 * An API was created in this transaction as a copy of another one, and both are locked. It comes in place of
 * {@link RestApiCreated}: whoever has a part in APIs copies the source's now.
 *
 * @param source what is copied
 * @param target the new API
 * @param revision its first revision, to which each part is added
 */
public record RestApiCloned(RestApi source, RestApi target, Revision revision) {}
