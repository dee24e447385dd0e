// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import io.gatehouse.control.patch.PatchTable;
import io.gatehouse.control.patch.PatchValue;
import io.gatehouse.control.patch.PatchWording;

/** The patch paths of resources. Source: developer guide, "Patch operations", UpdateResource. */
final class ResourcePatch {
    static final PatchTable<ResourceEdit> TABLE = PatchTable.<ResourceEdit>of("UpdateResource", PatchWording.listing())
            .replace("/parentId", PatchValue.text(), (edit, value) -> edit.parentId = value)
            .replace("/pathPart", PatchValue.text(), (edit, value) -> edit.pathPart = value)
            .build();

    private ResourcePatch() {}
}
