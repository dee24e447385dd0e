// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.patch.PatchTable;
import io.gatehouse.control.patch.PatchValue;
import io.gatehouse.control.patch.PatchWording;

/** The patch paths of method responses. Source: API reference, "Patch operations", UpdateMethodResponse. */
final class MethodResponsePatch {
    static final PatchTable<MethodResponseEdit> TABLE = PatchTable.<MethodResponseEdit>of(
                    "UpdateMethodResponse", PatchWording.namingOps())
            .entries("/responseParameters/{header}", PatchValue.flag(), edit -> edit.responseParameters)
            .entries("/responseModels/{contentType}", PatchValue.text(), edit -> edit.responseModels)
            .build();

    private MethodResponsePatch() {}
}
