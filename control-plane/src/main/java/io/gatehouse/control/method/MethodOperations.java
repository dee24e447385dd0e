// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.aws.wire.Matches;
import io.gatehouse.control.integration.MethodKey;
import io.gatehouse.control.model.Models;
import io.gatehouse.control.patch.PatchRequest;
import io.gatehouse.control.restapi.RestApi;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Methods and their responses. Source: API reference, "PutMethod" and its neighbours. */
@Path("/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}")
@Transactional
public class MethodOperations {
    private final ResourceLookup resources;
    private final Methods methods;
    private final Models models;

    MethodOperations(ResourceLookup resources, Methods methods, Models models) {
        this.resources = resources;
        this.methods = methods;
        this.models = models;
    }

    @PUT
    @ResponseStatus(201)
    public MethodView putMethod(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            PutMethod request) {
        RestApi api = resources.locked(restApiId, resourceId);
        MethodRules.checkVerb(httpMethod);
        MethodRules.check(request, name -> models.exists(restApiId, name));
        return methods.view(methods.create(api, new MethodKey(resourceId, httpMethod), request));
    }

    @GET
    public MethodView getMethod(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod) {
        resources.require(restApiId, resourceId);
        return methods.view(methods.get(new MethodKey(resourceId, httpMethod)));
    }

    @PATCH
    public MethodView updateMethod(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            PatchRequest request) {
        RestApi api = resources.locked(restApiId, resourceId);
        Method method = methods.get(new MethodKey(resourceId, httpMethod));
        PutMethod patched = MethodEdit.patched(method, request);
        MethodRules.check(patched, name -> models.exists(restApiId, name));
        methods.update(api, method, patched);
        return methods.view(method);
    }

    @DELETE
    @ResponseStatus(204)
    public void deleteMethod(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod) {
        RestApi api = resources.locked(restApiId, resourceId);
        methods.delete(api, methods.get(new MethodKey(resourceId, httpMethod)));
    }

    @PUT
    @Path("/responses/{status_code}")
    @ResponseStatus(201)
    public MethodResponseView putMethodResponse(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            @PathParam("status_code") @Matches("[1-5]\\d\\d") String statusCode,
            PutMethodResponse request) {
        RestApi api = resources.locked(restApiId, resourceId);
        Method method = methods.get(new MethodKey(resourceId, httpMethod));
        MethodRules.check(request, name -> models.exists(restApiId, name));
        MethodResponseView response = MethodResponseView.of(statusCode, request);
        methods.addResponse(api, method, response);
        return response;
    }

    @GET
    @Path("/responses/{status_code}")
    public MethodResponseView getMethodResponse(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            @PathParam("status_code") @Matches("[1-5]\\d\\d") String statusCode) {
        resources.require(restApiId, resourceId);
        return methods.getResponse(methods.get(new MethodKey(resourceId, httpMethod)), statusCode);
    }

    @PATCH
    @Path("/responses/{status_code}")
    @ResponseStatus(201)
    public MethodResponseView updateMethodResponse(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            @PathParam("status_code") @Matches("[1-5]\\d\\d") String statusCode,
            PatchRequest request) {
        RestApi api = resources.locked(restApiId, resourceId);
        Method method = methods.get(new MethodKey(resourceId, httpMethod));
        PutMethodResponse patched = MethodResponseEdit.patched(methods.getResponse(method, statusCode), request);
        MethodRules.check(patched, name -> models.exists(restApiId, name));
        MethodResponseView response = MethodResponseView.of(statusCode, patched);
        methods.updateResponse(api, method, response);
        return response;
    }

    @DELETE
    @Path("/responses/{status_code}")
    @ResponseStatus(204)
    public void deleteMethodResponse(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            @PathParam("status_code") @Matches("[1-5]\\d\\d") String statusCode) {
        RestApi api = resources.locked(restApiId, resourceId);
        Method method = methods.get(new MethodKey(resourceId, httpMethod));
        methods.deleteResponse(api, method, methods.getResponse(method, statusCode));
    }
}
