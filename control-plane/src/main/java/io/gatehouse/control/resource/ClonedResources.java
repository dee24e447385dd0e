// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import io.gatehouse.control.aws.Ids;
import io.gatehouse.control.method.ResourcesCloned;
import io.gatehouse.control.restapi.RestApi;
import io.gatehouse.control.restapi.RestApiCloned;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revisions;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Copies the tree of resources along with its API, and lets what hangs on resources follow. */
@Singleton
final class ClonedResources {
    private final Resources resources;
    private final Ids ids;
    private final Revisions revisions;
    private final Event<ResourcesCloned> cloned;

    ClonedResources(Resources resources, Ids ids, Revisions revisions, Event<ResourcesCloned> cloned) {
        this.resources = resources;
        this.ids = ids;
        this.revisions = revisions;
        this.cloned = cloned;
    }

    void follow(@Observes RestApiCloned event) {
        Map<String, Resource> copies = new HashMap<>();
        Map<String, String> copyIds = new HashMap<>();
        for (Resource source : resources.of(event.source().id())) {
            // Sorted by path, every resource comes after its parent.
            Resource copy = copy(source, event.target(), copies);
            copies.put(source.id, copy);
            copyIds.put(source.id, copy.id);
            resources.persist(copy);
            revisions.add(event.revision(), Change.created(Resources.NOUN, copy.id, ResourceView.bare(copy)));
        }
        cloned.fire(new ResourcesCloned(event.source().id(), event.target().id(), copyIds, event.revision()));
    }

    private Resource copy(Resource source, RestApi target, Map<String, Resource> copies) {
        if (source.parentId == null) {
            return Resource.root(target.rootResourceId(), target.id());
        }
        Resource parent = Objects.requireNonNull(copies.get(source.parentId));
        return parent.child(ids.next(), Objects.requireNonNull(source.pathPart));
    }
}
