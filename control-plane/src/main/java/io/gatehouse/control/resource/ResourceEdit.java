// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A resource while a list of patches is applied to it. */
final class ResourceEdit {
    @Nullable
    String parentId;

    @Nullable
    String pathPart;

    ResourceEdit(Resource resource) {
        this.parentId = resource.parentId;
        this.pathPart = resource.pathPart;
    }

    boolean changes(Resource resource) {
        return !Objects.equals(parentId, resource.parentId) || !Objects.equals(pathPart, resource.pathPart);
    }
}
