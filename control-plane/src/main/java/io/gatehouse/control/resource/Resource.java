// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A resource: a node in the tree of an API's paths. */
@Entity
@Table(name = "resource")
public class Resource {
    @Id
    String id;

    String apiId;

    @Nullable
    String parentId;

    @Nullable
    String pathPart;

    String path;

    @SuppressWarnings("NullAway.Init")
    protected Resource() {}

    private Resource(String id, String apiId, @Nullable Resource parent, @Nullable String pathPart) {
        this.id = id;
        this.apiId = apiId;
        this.pathPart = pathPart;
        this.parentId = parent == null ? null : parent.id;
        this.path = parent == null ? "/" : (parent.parentId == null ? "/" : parent.path + "/") + pathPart;
    }

    static Resource root(String id, String apiId) {
        return new Resource(id, apiId, null, null);
    }

    Resource child(String childId, String childPathPart) {
        return new Resource(childId, apiId, this, childPathPart);
    }
}
