// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.patch.PatchOp;
import io.gatehouse.control.patch.PatchTable;
import io.gatehouse.control.patch.PatchValue;
import io.gatehouse.control.patch.PatchWording;

/** The patch paths of methods. Source: API reference, "Patch operations", UpdateMethod. */
final class MethodPatch {
    static final PatchTable<MethodEdit> TABLE = PatchTable.<MethodEdit>of("UpdateMethod", PatchWording.namingOps())
            .replace("/authorizationType", PatchValue.text(), (edit, type) -> edit.authorizationType = type)
            .replaceOptional("/authorizerId", (edit, id) -> edit.authorizerId = id)
            .replace("/apiKeyRequired", PatchValue.flag(), (edit, required) -> edit.apiKeyRequired = required)
            .replaceOptional("/operationName", (edit, name) -> edit.operationName = name)
            .replaceOptional("/requestValidatorId", (edit, id) -> edit.requestValidatorId = id)
            .add(
                    "/authorizationScopes",
                    PatchValue.required("Invalid authorization scope specified"),
                    (edit, at, scope) -> edit.authorizationScopes.add(scope))
            .on(
                    PatchOp.REMOVE,
                    "/authorizationScopes",
                    PatchValue.text(),
                    (edit, at, scope) -> edit.authorizationScopes.remove(scope))
            .entries("/requestParameters/{parameter}", PatchValue.flag(), edit -> edit.requestParameters)
            .entries("/requestModels/{contentType}", PatchValue.text(), edit -> edit.requestModels)
            .build();

    private MethodPatch() {}
}
