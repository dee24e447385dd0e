// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.patch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every Update operation.
 *
 * @param patchOperations the changes, in order; none changes nothing
 */
public record PatchRequest(@Nullable List<PatchOperation> patchOperations) {}
