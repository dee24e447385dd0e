// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.control.aws.Ids;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.method.ResourceLookup;
import io.gatehouse.control.method.ResourcesDeleted;
import io.gatehouse.control.patch.PatchRequest;
import io.gatehouse.control.restapi.RestApi;
import io.gatehouse.control.restapi.RestApiCreated;
import io.gatehouse.control.restapi.RestApiDeleted;
import io.gatehouse.control.restapi.RestApis;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revision;
import io.gatehouse.control.revision.Revisions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The tree of resources of each API. */
@Singleton
public final class Resources implements PanacheRepositoryBase<Resource, String>, ResourceLookup {
    static final String NOUN = "resource";

    private final RestApis apis;
    private final Ids ids;
    private final Revisions revisions;
    private final Event<ResourcesDeleted> deleted;

    Resources(RestApis apis, Ids ids, Revisions revisions, Event<ResourcesDeleted> deleted) {
        this.apis = apis;
        this.ids = ids;
        this.revisions = revisions;
        this.deleted = deleted;
    }

    /**
     * Every resource of the API, sorted by path.
     *
     * @param methods the API's methods, by resource
     */
    public List<FrozenResource> frozen(String apiId, Map<String, List<FrozenMethod>> methods) {
        return of(apiId).stream()
                .map(each -> new FrozenResource(each.id, each.path, methods.getOrDefault(each.id, List.of())))
                .toList();
    }

    @Override
    public void require(String apiId, String resourceId) {
        if (apis.read(apiId).isEmpty()) {
            throw unknown();
        }
        get(apiId, resourceId);
    }

    @Override
    public RestApi locked(String apiId, String resourceId) {
        RestApi api = apis.lock(apiId).orElseThrow(Resources::unknown);
        get(apiId, resourceId);
        return api;
    }

    /** The resources of an API, sorted by path, so that the root comes first. */
    List<Resource> of(String apiId) {
        return list("apiId", apiId).stream()
                .sorted(Comparator.comparing(each -> each.path))
                .toList();
    }

    Resource get(String apiId, String resourceId) {
        return find("id = ?1 and apiId = ?2", resourceId, apiId).list().stream()
                .findFirst()
                .orElseThrow(Resources::unknown);
    }

    Resource create(RestApi api, String parentId, String pathPart) {
        Resource parent = get(api.id(), parentId);
        PathPart.check(pathPart);
        List<String> siblings = getEntityManager()
                .createQuery("select pathPart from Resource where parentId = ?1", String.class)
                .setParameter(1, parentId)
                .getResultList();
        PathPart.checkPlace(pathPart, parent.pathPart, siblings);
        Resource resource = parent.child(ids.next(), pathPart);
        persist(resource);
        revisions.record(api, "CreateResource", Change.created(NOUN, resource.id, ResourceView.bare(resource)));
        return resource;
    }

    Resource update(RestApi api, String resourceId, PatchRequest request) {
        Resource resource = get(api.id(), resourceId);
        ResourceEdit edit = new ResourceEdit(resource);
        ResourcePatch.TABLE.apply(edit, request.patchOperations());
        if (!edit.changes(resource)) {
            return resource;
        }
        ResourceTree tree = new ResourceTree(of(api.id()));
        List<Resource> moved = tree.subtree(resource);
        List<ResourceView> before = moved.stream().map(ResourceView::bare).toList();
        tree.move(resource, edit);
        Revision revision = revisions.begin(api, "UpdateResource");
        for (int i = 0; i < moved.size(); i++) {
            Resource each = moved.get(i);
            revisions.add(revision, Change.changed(NOUN, each.id, before.get(i), ResourceView.bare(each)));
        }
        return resource;
    }

    /** Deletes a resource with everything below it. */
    void delete(RestApi api, String resourceId) {
        Resource resource = get(api.id(), resourceId);
        if (resource.parentId == null) {
            throw BadRequestException.of("Root resource cannot be deleted");
        }
        delete(new ResourceTree(of(api.id())).subtree(resource), revisions.begin(api, "DeleteResource"));
    }

    /** Everything of an API goes with it, and each part is journaled. */
    void deleteOf(@Observes RestApiDeleted event) {
        ResourceTree tree = new ResourceTree(of(event.api().id()));
        delete(tree.subtree(get(event.api().id(), event.api().rootResourceId())), event.revision());
    }

    private void delete(List<Resource> doomed, Revision revision) {
        deleted.fire(new ResourcesDeleted(doomed.stream().map(each -> each.id).toList(), revision));
        for (Resource each : doomed.reversed()) {
            revisions.add(revision, Change.deleted(NOUN, each.id, ResourceView.bare(each)));
            delete(each);
        }
    }

    void addRoot(@Observes RestApiCreated event) {
        Resource root = Resource.root(event.api().rootResourceId(), event.api().id());
        persist(root);
        revisions.add(event.revision(), Change.created(NOUN, root.id, ResourceView.bare(root)));
    }

    private static NotFoundException unknown() {
        return NotFoundException.invalidIdentifier("Resource");
    }
}
