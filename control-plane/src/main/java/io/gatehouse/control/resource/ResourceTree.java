// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.NotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All resources of an API, while one of them with everything below it is moved or deleted. */
final class ResourceTree {
    private final Map<String, Resource> byId = new HashMap<>();
    private final Map<String, List<Resource>> children = new HashMap<>();

    ResourceTree(List<Resource> all) {
        for (Resource each : all) {
            byId.put(each.id, each);
            if (each.parentId != null) {
                children.computeIfAbsent(each.parentId, id -> new ArrayList<>()).add(each);
            }
        }
    }

    /** A resource and everything below it, each after its parent. */
    List<Resource> subtree(Resource top) {
        List<Resource> found = new ArrayList<>(List.of(top));
        for (int i = 0; i < found.size(); i++) {
            found.addAll(childrenOf(found.get(i)));
        }
        return found;
    }

    /**
     * Moves or renames a resource; the paths of everything below it follow.
     *
     * @throws NotFoundException when there is no such parent
     * @throws BadRequestException when the resource cannot stand there
     */
    void move(Resource resource, ResourceEdit to) {
        if (resource.parentId == null) {
            throw BadRequestException.of("Root resource cannot be updated");
        }
        Resource parent = byId.get(to.parentId);
        if (parent == null) {
            throw NotFoundException.invalidIdentifier("Resource");
        }
        List<Resource> below = subtree(resource);
        if (below.contains(parent)) {
            throw BadRequestException.of("Resources cannot be cyclical.");
        }
        String pathPart = Objects.requireNonNullElse(to.pathPart, "");
        PathPart.check(pathPart);
        PathPart.checkPlace(pathPart, parent.pathPart, pathPartsBelow(parent, resource));
        if (below.size() > 1) {
            PathPart.checkParent(pathPart);
        }
        resource.move(parent, pathPart);
        for (Resource each : below.subList(1, below.size())) {
            each.follow(Objects.requireNonNull(byId.get(each.parentId)));
        }
    }

    /** The path parts of a resource's children but one. */
    private List<String> pathPartsBelow(Resource parent, Resource but) {
        return childrenOf(parent).stream()
                .filter(each -> each != but)
                .map(each -> Objects.requireNonNullElse(each.pathPart, ""))
                .toList();
    }

    private List<Resource> childrenOf(Resource parent) {
        return children.getOrDefault(parent.id, List.of());
    }
}
