// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.revision.Revision;
import java.util.List;

/**
 * Resources are about to be deleted in this transaction, and their API is locked; their methods go first.
 *
 * @param resourceIds the resources
 * @param revision the revision that deletes them, to which each deletion is added
 */
public record ResourcesDeleted(List<String> resourceIds, Revision revision) {}
