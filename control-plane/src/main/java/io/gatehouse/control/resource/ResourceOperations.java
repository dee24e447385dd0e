// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.resource;

import io.gatehouse.control.aws.Page;
import io.gatehouse.control.aws.PageRequest;
import io.gatehouse.control.method.MethodView;
import io.gatehouse.control.method.Methods;
import io.gatehouse.control.patch.PatchRequest;
import io.gatehouse.control.restapi.RestApis;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Resources. Source: API reference, "CreateResource" and its neighbours. */
@Path("/restapis/{restapi_id}/resources")
@Transactional
public class ResourceOperations {
    private final RestApis apis;
    private final Resources resources;
    private final Methods methods;

    ResourceOperations(RestApis apis, Resources resources, Methods methods) {
        this.apis = apis;
        this.resources = resources;
        this.methods = methods;
    }

    @POST
    @Path("/{parent_id}")
    @ResponseStatus(201)
    public ResourceView createResource(
            @PathParam("restapi_id") String restApiId,
            @PathParam("parent_id") String parentId,
            CreateResource request) {
        return ResourceView.of(
                resources.create(resources.locked(restApiId, parentId), parentId, request.pathPart()), null);
    }

    @PATCH
    @Path("/{resource_id}")
    public ResourceView updateResource(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            PatchRequest request) {
        Resource resource = resources.update(resources.locked(restApiId, resourceId), resourceId, request);
        return ResourceView.of(resource, orAbsent(methods.bareViewsOf(resourceId)));
    }

    @DELETE
    @Path("/{resource_id}")
    @ResponseStatus(202)
    public void deleteResource(@PathParam("restapi_id") String restApiId, @PathParam("resource_id") String resourceId) {
        resources.delete(resources.locked(restApiId, resourceId), resourceId);
    }

    @GET
    @Path("/{resource_id}")
    public ResourceView getResource(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @QueryParam("embed") List<String> embed) {
        resources.require(restApiId, resourceId);
        Map<String, MethodView> shown =
                embed.contains("methods") ? methods.viewsOf(resourceId) : methods.bareViewsOf(resourceId);
        return ResourceView.of(resources.get(restApiId, resourceId), orAbsent(shown));
    }

    @GET
    public Page<ResourceView> getResources(
            @PathParam("restapi_id") String restApiId,
            @QueryParam("embed") List<String> embed,
            @BeanParam PageRequest page) {
        apis.get(restApiId);
        Map<String, Map<String, MethodView>> shown =
                embed.contains("methods") ? methods.views(restApiId) : methods.bareViews(restApiId);
        return Page.cut(resources.of(restApiId), page, resource -> resource.path)
                .map(resource -> ResourceView.of(resource, shown.get(resource.id)));
    }

    private static @Nullable Map<String, MethodView> orAbsent(Map<String, MethodView> shown) {
        return shown.isEmpty() ? null : shown;
    }
}
