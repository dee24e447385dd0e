// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.patch.DraftMap;
import io.gatehouse.control.patch.PatchRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A method while a list of patches is applied to it. */
final class MethodEdit {
    String authorizationType;

    @Nullable
    String authorizerId;

    boolean apiKeyRequired;

    @Nullable
    String operationName;

    @Nullable
    String requestValidatorId;

    final Set<String> authorizationScopes;
    final DraftMap<Boolean> requestParameters;
    final DraftMap<String> requestModels;

    private MethodEdit(Method method) {
        this.authorizationType = method.authorizationType;
        this.authorizerId = method.authorizerId;
        this.apiKeyRequired = method.apiKeyRequired;
        this.operationName = method.operationName;
        this.requestValidatorId = method.requestValidatorId;
        this.authorizationScopes = new LinkedHashSet<>(method.authorizationScopes);
        this.requestParameters = new DraftMap<>(method.requestParameters, "Invalid parameter name specified");
        this.requestModels = new DraftMap<>(method.requestModels, "Content-Type specified was not found");
    }

    /** The request that would make the method what the patches make of it. */
    static PutMethod patched(Method method, PatchRequest request) {
        MethodEdit edit = new MethodEdit(method);
        MethodPatch.TABLE.apply(edit, request.patchOperations());
        return new PutMethod(
                edit.authorizationType,
                edit.authorizerId,
                edit.apiKeyRequired,
                edit.operationName,
                edit.requestParameters.entries(),
                edit.requestModels.entries(),
                edit.requestValidatorId,
                List.copyOf(edit.authorizationScopes));
    }
}
