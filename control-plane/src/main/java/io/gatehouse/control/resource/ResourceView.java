// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import io.gatehouse.control.method.MethodView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource as answers show it. Source: API reference, "Resource".
 *
 * @param parentId absent for the root, as is the path part
 * @param resourceMethods by verb, in full only if they are asked for; absent without any
 */
@RegisterForReflection
public record ResourceView(
        String id,
        @Nullable String parentId,
        @Nullable String pathPart,
        String path,
        @Nullable Map<String, MethodView> resourceMethods) {

    /** The resource without what is below it, as the journal keeps it. */
    static ResourceView bare(Resource resource) {
        return of(resource, null);
    }

    static ResourceView of(Resource resource, @Nullable Map<String, MethodView> methods) {
        return new ResourceView(resource.id, resource.parentId, resource.pathPart, resource.path, methods);
    }
}
