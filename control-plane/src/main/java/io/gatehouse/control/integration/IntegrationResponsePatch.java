// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.patch.PatchOperation;
import io.gatehouse.control.patch.PatchTable;
import io.gatehouse.control.patch.PatchValue;
import io.gatehouse.control.patch.PatchWording;
import org.jspecify.annotations.Nullable;

/** The patch paths of integration responses. Source: API reference, "Patch operations", UpdateIntegrationResponse. */
final class IntegrationResponsePatch {
    /** An empty pattern is one, and is shown; without a value there is none. */
    private static final PatchValue<@Nullable String> PATTERN = PatchOperation::value;

    static final PatchTable<IntegrationResponseEdit> TABLE = PatchTable.<IntegrationResponseEdit>of(
                    "UpdateIntegrationResponse", PatchWording.namingOps())
            .<@Nullable String>replace("/selectionPattern", PATTERN, (edit, pattern) -> edit.selectionPattern = pattern)
            .<@Nullable String>replace(
                    "/contentHandling",
                    IntegrationPatch.contentHandling(),
                    (edit, handling) -> edit.contentHandling = handling)
            .entries("/responseParameters/{header}", PatchValue.text(), edit -> edit.responseParameters)
            .entries("/responseTemplates/{contentType}", PatchValue.text(), edit -> edit.responseTemplates)
            .build();

    private IntegrationResponsePatch() {}
}
