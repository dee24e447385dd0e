// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.revision.Revision;
import java.util.Map;

/**
 * The resources of an API were copied into another one in this transaction, and both are locked; their methods follow.
 *
 * @param sourceApiId whose methods are copied
 * @param targetApiId where to
 * @param resourceIds the copied resources' identifiers: the source's, and what it became
 * @param revision the first revision of the copy, to which each method is added
 */
public record ResourcesCloned(
        String sourceApiId, String targetApiId, Map<String, String> resourceIds, Revision revision) {}
