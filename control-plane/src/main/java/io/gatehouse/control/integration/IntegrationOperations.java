// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.integration;

import io.gatehouse.control.aws.wire.Matches;
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

/** Integrations and their responses. Source: API reference, "PutIntegration" and its neighbours. */
@Path("/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}/integration")
@Transactional
public class IntegrationOperations {
    private final MethodLookup methods;
    private final Integrations integrations;

    IntegrationOperations(MethodLookup methods, Integrations integrations) {
        this.methods = methods;
        this.integrations = integrations;
    }

    @PUT
    @ResponseStatus(201)
    public IntegrationView putIntegration(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            PutIntegration request) {
        MethodKey key = new MethodKey(resourceId, httpMethod);
        MethodSurface method = methods.locked(restApiId, key);
        IntegrationRules.check(request, method.requestParameters());
        return IntegrationView.of(integrations.put(method, key, request));
    }

    @GET
    public IntegrationView getIntegration(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod) {
        MethodKey key = new MethodKey(resourceId, httpMethod);
        methods.require(restApiId, key);
        return IntegrationView.of(integrations.get(key));
    }

    @PATCH
    public IntegrationView updateIntegration(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            PatchRequest request) {
        MethodKey key = new MethodKey(resourceId, httpMethod);
        MethodSurface method = methods.locked(restApiId, key);
        PutIntegration patched = IntegrationEdit.patched(integrations.get(key), request);
        IntegrationRules.check(patched, method.requestParameters());
        return IntegrationView.of(integrations.update(method, key, patched));
    }

    /** AWS does not look for the method apart: without it there is no such integration. */
    @DELETE
    @ResponseStatus(204)
    public void deleteIntegration(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod) {
        MethodKey key = new MethodKey(resourceId, httpMethod);
        integrations.delete(methods.lockedResource(restApiId, key), key);
    }

    @PUT
    @Path("/responses/{status_code}")
    @ResponseStatus(201)
    public IntegrationResponseView putIntegrationResponse(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            @PathParam("status_code") @Matches("[1-5]\\d\\d") String statusCode,
            PutIntegrationResponse request) {
        MethodKey key = new MethodKey(resourceId, httpMethod);
        MethodSurface method = methods.locked(restApiId, key);
        integrations.get(key);
        IntegrationRules.check(request, method.responseParameters().get(statusCode));
        IntegrationResponseView response = IntegrationResponseView.of(statusCode, request);
        integrations.putResponse(method.api(), key, response);
        return response;
    }

    @GET
    @Path("/responses/{status_code}")
    public IntegrationResponseView getIntegrationResponse(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            @PathParam("status_code") @Matches("[1-5]\\d\\d") String statusCode) {
        MethodKey key = new MethodKey(resourceId, httpMethod);
        methods.require(restApiId, key);
        return integrations.getResponse(integrations.get(key), statusCode);
    }

    @PATCH
    @Path("/responses/{status_code}")
    public IntegrationResponseView updateIntegrationResponse(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            @PathParam("status_code") @Matches("[1-5]\\d\\d") String statusCode,
            PatchRequest request) {
        MethodKey key = new MethodKey(resourceId, httpMethod);
        MethodSurface method = methods.locked(restApiId, key);
        PutIntegrationResponse patched =
                IntegrationResponseEdit.patched(integrations.getResponse(integrations.get(key), statusCode), request);
        IntegrationRules.check(patched, method.responseParameters().get(statusCode));
        IntegrationResponseView response = IntegrationResponseView.of(statusCode, patched);
        integrations.updateResponse(method.api(), key, response);
        return response;
    }

    @DELETE
    @Path("/responses/{status_code}")
    @ResponseStatus(204)
    public void deleteIntegrationResponse(
            @PathParam("restapi_id") String restApiId,
            @PathParam("resource_id") String resourceId,
            @PathParam("http_method") String httpMethod,
            @PathParam("status_code") @Matches("[1-5]\\d\\d") String statusCode) {
        MethodKey key = new MethodKey(resourceId, httpMethod);
        RestApi api = methods.lockedResource(restApiId, key);
        Integration integration = integrations.get(key);
        integrations.deleteResponse(api, integration, integrations.getResponse(integration, statusCode));
    }
}
