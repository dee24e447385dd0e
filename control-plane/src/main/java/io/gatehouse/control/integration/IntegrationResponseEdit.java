// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.patch.DraftMap;
import io.gatehouse.control.patch.PatchRequest;
import org.jspecify.annotations.Nullable;

/** An integration response while a list of patches is applied to it. */
final class IntegrationResponseEdit {
    @Nullable
    String selectionPattern;

    @Nullable
    String contentHandling;

    final DraftMap<String> responseParameters;
    final DraftMap<String> responseTemplates;

    private IntegrationResponseEdit(IntegrationResponseView response) {
        this.selectionPattern = response.selectionPattern();
        this.contentHandling = response.contentHandling();
        this.responseParameters = new DraftMap<>(response.responseParameters(), "Invalid parameter name specified");
        this.responseTemplates = new DraftMap<>(response.responseTemplates(), "Content-Type specified was not found");
    }

    /** The request that would make the response what the patches make of it. */
    static PutIntegrationResponse patched(IntegrationResponseView response, PatchRequest request) {
        IntegrationResponseEdit edit = new IntegrationResponseEdit(response);
        IntegrationResponsePatch.TABLE.apply(edit, request.patchOperations());
        return new PutIntegrationResponse(
                edit.selectionPattern,
                edit.responseParameters.entries(),
                edit.responseTemplates.entries(),
                edit.contentHandling);
    }
}
