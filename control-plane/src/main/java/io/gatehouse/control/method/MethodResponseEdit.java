// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.patch.DraftMap;
import io.gatehouse.control.patch.PatchRequest;

/** A method response while a list of patches is applied to it. */
final class MethodResponseEdit {
    final DraftMap<Boolean> responseParameters;
    final DraftMap<String> responseModels;

    private MethodResponseEdit(MethodResponseView response) {
        this.responseParameters = new DraftMap<>(response.responseParameters(), "Invalid parameter name specified");
        this.responseModels = new DraftMap<>(response.responseModels(), "Content-Type specified was not found");
    }

    /** The request that would make the response what the patches make of it. */
    static PutMethodResponse patched(MethodResponseView response, PatchRequest request) {
        MethodResponseEdit edit = new MethodResponseEdit(response);
        MethodResponsePatch.TABLE.apply(edit, request.patchOperations());
        return new PutMethodResponse(edit.responseParameters.entries(), edit.responseModels.entries());
    }
}
