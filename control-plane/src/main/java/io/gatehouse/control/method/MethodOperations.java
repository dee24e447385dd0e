// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.method;

import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.aws.wire.Matches;
import io.gatehouse.control.integration.MethodKey;
import io.gatehouse.control.model.Models;
import io.gatehouse.control.restapi.RestApi;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
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
        MethodResponseView response =
                new MethodResponseView(statusCode, request.responseParameters(), request.responseModels());
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
        MethodResponseView response =
                methods.get(new MethodKey(resourceId, httpMethod)).responses.get(statusCode);
        if (response == null) {
            throw NotFoundException.of("Invalid Response status code specified");
        }
        return response;
    }
}
