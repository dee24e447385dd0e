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

    private Resource(String id, String apiId) {
        this.id = id;
        this.apiId = apiId;
        this.path = "/";
    }

    static Resource root(String id, String apiId) {
        return new Resource(id, apiId);
    }

    Resource child(String childId, String childPathPart) {
        Resource child = new Resource(childId, apiId);
        child.move(this, childPathPart);
        return child;
    }

    final void move(Resource parent, String newPathPart) {
        this.parentId = parent.id;
        this.pathPart = newPathPart;
        follow(parent);
    }

    /** Takes the path that its parent's path makes. */
    final void follow(Resource parent) {
        this.path = (parent.parentId == null ? "/" : parent.path + "/") + pathPart;
    }
}
